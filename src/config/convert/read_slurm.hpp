#pragma once

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/convert/slurm_pricing.hpp"

namespace focus_billing {

/// The keys of Slurm in a section under `convert`. Without weights, a core counts 1. Reports a
/// section without prices.
[[nodiscard]] SlurmPricing read_slurm(ConfigReader& reader, const Section& section);

}  // namespace focus_billing
