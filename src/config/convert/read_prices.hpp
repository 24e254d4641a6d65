#pragma once

#include <optional>
#include <vector>

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/convert/conversion.hpp"

namespace focus_billing {

/// A number of 0 or more.
[[nodiscard]] std::optional<Decimal> read_price(ConfigReader& reader, const Setting& setting);

/// A date `YYYY-MM-DD`: the instant at which the day begins or, if it is the last one, ends (UTC).
[[nodiscard]] std::optional<Instant> read_day(ConfigReader& reader, const Setting& setting,
                                              bool last = false);

/// The keys `price`, `from` and `until` (the last day) of a section. A section without a price is a
/// finding.
[[nodiscard]] DatedPrice read_dated_price(ConfigReader& reader, const Section& section);

/// One price, or a list of sections with `price`, `from` and `until`.
[[nodiscard]] std::vector<DatedPrice> read_dated_prices(ConfigReader& reader,
                                                        const Setting& setting);

/// A text, or a list of texts.
[[nodiscard]] std::vector<std::string> read_texts(ConfigReader& reader, const Setting& setting);

}  // namespace focus_billing
