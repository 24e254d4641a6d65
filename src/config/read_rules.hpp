#pragma once

#include <vector>

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/charges/attribution_rule.hpp"
#include "focus_billing/model/imports/known_source.hpp"

namespace focus_billing {

/// The entries of `attribution.rules`: each has a name of its own (without case), conditions, and
/// something to set. `sources` are those that `source` may name.
[[nodiscard]] std::vector<AttributionRule> read_rules(ConfigReader& reader, const Setting& setting,
                                                      const std::vector<KnownSource>& sources);

}  // namespace focus_billing
