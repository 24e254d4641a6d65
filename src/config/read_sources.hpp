#pragma once

#include <vector>

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/imports/known_source.hpp"

namespace focus_billing {

/// The entries of `imports.known_sources`. Two with the same name, or the same pattern, without
/// case, are findings.
[[nodiscard]] std::vector<KnownSource> read_sources(ConfigReader& reader, const Setting& setting);

}  // namespace focus_billing
