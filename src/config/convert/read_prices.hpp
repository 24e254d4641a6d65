#pragma once

#include <optional>
#include <string>
#include <vector>

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/convert/azure_local_pricing.hpp"
#include "focus_billing/model/convert/conversion.hpp"
#include "focus_billing/model/convert/openai_pricing.hpp"
#include "focus_billing/model/convert/storage_pricing.hpp"

namespace focus_billing {

/// A number of 0 or more.
[[nodiscard]] std::optional<Decimal> read_price(ConfigReader& reader, const Setting& setting);

/// A date `YYYY-MM-DD`: the instant at which the day begins or, for the last day, ends (UTC).
[[nodiscard]] std::optional<Instant> read_day(ConfigReader& reader, const Setting& setting,
                                              bool last = false);

/// The keys `price`, `from` and `until` (the last day) of a section. Reports a section without a
/// price.
[[nodiscard]] DatedPrice read_dated_price(ConfigReader& reader, const Section& section);

/// One price, or a list of sections with `price`, `from` and `until`.
[[nodiscard]] std::vector<DatedPrice> read_dated_prices(ConfigReader& reader,
                                                        const Setting& setting);

/// A text, or a list of texts.
[[nodiscard]] std::vector<std::string> read_texts(ConfigReader& reader, const Setting& setting);

/// The keys of Isilon and Qumulo in a section under `convert`. Reports a section without a price or
/// without a unit: TB and TiB differ by a tenth.
[[nodiscard]] StoragePricing read_storage(ConfigReader& reader, const Section& section,
                                          const std::string& folder);

/// The keys of OpenAI in a section under `convert`. Reports a pool without credits or amount.
[[nodiscard]] OpenAiPricing read_openai(ConfigReader& reader, const Section& section);

/// The keys of Azure Local in a section under `convert`. Reports a section without tiers.
[[nodiscard]] AzureLocalPricing read_azure_local(ConfigReader& reader, const Section& section);

}  // namespace focus_billing
