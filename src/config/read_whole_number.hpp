#pragma once

#include <optional>

#include "focus_billing/config/yaml/config_reader.hpp"

namespace focus_billing {

/// A number of digits alone, from `least` to `most`; reports anything else.
[[nodiscard]] std::optional<int> read_whole_number(ConfigReader& reader, const Setting& setting,
                                                   int least, int most);

}  // namespace focus_billing
