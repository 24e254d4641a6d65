#pragma once

#include <string>
#include <vector>

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/config.hpp"

namespace focus_billing {

/// The section `journal`. Relative paths start at `folder`.
[[nodiscard]] JournalConfig read_journal(ConfigReader& reader, const Setting& setting,
                                         const std::string& folder);

/// The named groups of valid regular expressions, by name.
[[nodiscard]] std::vector<std::string> named_groups(const std::vector<std::string>& patterns);

}  // namespace focus_billing
