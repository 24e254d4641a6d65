#pragma once

#include <string>

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/config.hpp"

namespace focus_billing {

/// `logging`. A relative path counts from `folder`.
[[nodiscard]] LoggingConfig read_logging(ConfigReader& reader, const Setting& setting,
                                         const std::string& folder);

}  // namespace focus_billing
