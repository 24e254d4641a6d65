#pragma once

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/convert/azure_local_pricing.hpp"

namespace focus_billing {

/// The keys of Azure Local in a section under `convert`. A section without tiers is a finding.
[[nodiscard]] AzureLocalTerms read_azure_local(ConfigReader& reader, const Section& section);

}  // namespace focus_billing
