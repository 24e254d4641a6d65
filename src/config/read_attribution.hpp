#pragma once

#include <string>
#include <vector>

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/config.hpp"

namespace focus_billing {

/// `attribution`. Relative paths start at `folder`.
[[nodiscard]] AttributionConfig read_attribution(ConfigReader& reader, const Setting& setting,
                                                 const std::vector<KnownSource>& sources,
                                                 const std::string& folder);

}  // namespace focus_billing
