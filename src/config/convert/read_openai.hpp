#pragma once

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/convert/openai_pricing.hpp"

namespace focus_billing {

/// The keys of OpenAI in a section under `convert`. A pool without credits or amount is a finding.
[[nodiscard]] OpenAiTerms read_openai(ConfigReader& reader, const Section& section);

}  // namespace focus_billing
