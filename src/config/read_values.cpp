#include "config/read_values.hpp"

#include <fmt/format.h>

#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

constexpr int most_decimals = 4;

std::optional<Decimal> fraction_of(std::string_view text) {
    text = trimmed(text);
    const bool is_percent = text.ends_with('%');
    if (is_percent)
        text = trimmed(text.substr(0, text.size() - 1));
    const auto parsed = parse_decimal(text);
    if (parsed.fault != DecimalFault::none || parsed.value.scale() + 2 > Decimal::max_scale)
        return std::nullopt;
    const Decimal value =
        is_percent ? Decimal::of(parsed.value.coefficient(), parsed.value.scale() + 2)
                   : parsed.value;
    const bool is_part = value >= Decimal{} && value <= Decimal::of(1, 0);
    return is_part && value.scale() <= most_decimals ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<Decimal> read_fraction(ConfigReader& reader, const Setting& setting) {
    const auto text = reader.filled_text(setting);
    if (!text)
        return std::nullopt;
    const auto fraction = fraction_of(*text);
    if (!fraction) {
        reader.report(8, setting, fmt::format("{} is no part of a whole", setting.field), *text,
                      "write a number from 0 to 1, or a percentage: 10 %");
    }
    return fraction;
}

}  // namespace focus_billing
