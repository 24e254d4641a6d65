#pragma once

#include <string>

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/convert/storage_pricing.hpp"

namespace focus_billing {

/// The keys of Isilon and Qumulo in a section under `convert`. A section without a price, or
/// without a unit, is a finding: TB and TiB differ by a tenth.
[[nodiscard]] StorageTerms read_storage(ConfigReader& reader, const Section& section,
                                        const std::string& folder);

}  // namespace focus_billing
