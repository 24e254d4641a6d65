#pragma once

#include <vector>

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/charges/attribution_rule.hpp"
#include "focus_billing/model/imports/known_source.hpp"

namespace focus_billing {

/// The entries of `attribution.rules`: each has a unique name (ignoring case), conditions, and
/// something to set. `source` may name any of `sources`.
[[nodiscard]] std::vector<AttributionRule> read_rules(ConfigReader& reader, const Setting& setting,
                                                      const std::vector<KnownSource>& sources);

}  // namespace focus_billing
