#pragma once

#include <array>
#include <string>
#include <vector>

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/config.hpp"

namespace focus_billing {

/// `attribution`. Relative paths count from `folder`.
[[nodiscard]] AttributionConfig read_attribution(ConfigReader& reader, const Setting& setting,
                                                 const std::vector<KnownSource>& sources,
                                                 const std::string& folder);

/// `defaults` of a known source: a text for each attribute that has one.
[[nodiscard]] std::array<std::string, attribute_count> read_defaults(ConfigReader& reader,
                                                                     const Setting& setting);

/// Reports a text that is no e-mail address.
[[nodiscard]] bool check_email(ConfigReader& reader, const Setting& setting,
                               const std::string& email);

}  // namespace focus_billing
