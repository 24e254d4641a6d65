#pragma once

#include <optional>
#include <string>
#include <vector>

#include "focus_billing/config/yaml/config_reader.hpp"

namespace focus_billing {

/// A regular expression that RE2 accepts, and that is not empty. At most 1000 bytes, and compiled
/// within 1 MiB: what passes here compiles under RE2's default limit, and quickly.
[[nodiscard]] std::optional<std::string> read_pattern(ConfigReader& reader, const Setting& setting);

/// The same, with exactly one capturing group.
[[nodiscard]] std::optional<std::string> read_series(ConfigReader& reader, const Setting& setting);

/// The good ones of a list of at most 200 regular expressions.
[[nodiscard]] std::vector<std::string> read_patterns(ConfigReader& reader, const Setting& setting);

}  // namespace focus_billing
