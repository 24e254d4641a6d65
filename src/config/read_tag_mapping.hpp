#pragma once

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/config.hpp"

namespace focus_billing {

/// `tag_mapping`: one tag key or a list of them for each attribute. Attributes that are not
/// mentioned keep their own name; an empty list takes an attribute out of use.
[[nodiscard]] TagMapping read_tag_mapping(ConfigReader& reader, const Setting& setting);

}  // namespace focus_billing
