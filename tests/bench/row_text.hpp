#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace focus_billing {

__extension__ using Int128 = __int128;

/// Costs, prices and quantities are integers in units of 1e-10.
constexpr int cost_decimals = 10;
constexpr std::int64_t cost_unit = 10'000'000'000;

/// Exact decimal text of `amount` units of 1e-10, without trailing zeros: `-0.5`, `12`, `0`.
void append_decimal(std::string& text, Int128 amount);
std::string decimal_text(Int128 amount);

/// `number` in decimal digits, filled up with zeros to `width`.
void append_digits(std::string& text, std::uint64_t number, int width);

/// Appends the lines of a CSV file to a buffer, quoted as RFC 4180 needs, or everywhere.
class RowText {
public:
    RowText(std::string& buffer, bool quote_all) : m_buffer(buffer), m_quote_all(quote_all) {}

    RowText& cell(std::string_view text);
    RowText& cost(Int128 amount);
    void end_row();

private:
    void separate();

    std::string& m_buffer;
    bool m_quote_all;
    bool m_first = true;
};

}  // namespace focus_billing
