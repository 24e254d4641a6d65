#pragma once

#include <string>

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/config.hpp"

namespace focus_billing {

/// `statements`. Relative paths start at `folder`. No file is read: the logo and the templates of
/// the style stay empty.
[[nodiscard]] StatementsConfig read_statements(ConfigReader& reader, const Setting& setting,
                                               const std::string& folder);

}  // namespace focus_billing
