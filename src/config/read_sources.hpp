#pragma once

#include <string>
#include <vector>

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/config.hpp"
#include "focus_billing/model/imports/known_source.hpp"

namespace focus_billing {

/// `tag_mapping`: one tag key or a list of them for each attribute. Attributes that are not
/// mentioned keep their own name; an empty list disables an attribute.
[[nodiscard]] TagMapping read_tag_mapping(ConfigReader& reader, const Setting& setting);

/// `logging`. A relative path starts at `folder`.
[[nodiscard]] LoggingConfig read_logging(ConfigReader& reader, const Setting& setting,
                                         const std::string& folder);

/// The entries of `imports.known_sources`. Reports two entries with the same name or the same
/// pattern, ignoring case.
[[nodiscard]] std::vector<KnownSource> read_sources(ConfigReader& reader, const Setting& setting);

}  // namespace focus_billing
