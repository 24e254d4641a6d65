#include "row_text.hpp"

#include <array>

namespace focus_billing {

namespace {

void append_quoted(std::string& buffer, std::string_view text) {
    buffer += '"';
    for (const char character : text) {
        if (character == '"')
            buffer += '"';
        buffer += character;
    }
    buffer += '"';
}

}  // namespace

void append_digits(std::string& text, std::uint64_t number, int width) {
    std::array<char, 20> digits{};
    std::size_t begin = digits.size();
    do {
        digits[--begin] = static_cast<char>('0' + number % 10);
        number /= 10;
        --width;
    } while (number != 0 || width > 0);
    text.append(&digits[begin], digits.size() - begin);
}

void append_decimal(std::string& text, Int128 amount) {
    if (amount < 0) {
        text += '-';
        amount = -amount;
    }
    append_digits(text, static_cast<std::uint64_t>(amount / cost_unit), 1);
    const auto fraction = static_cast<std::uint64_t>(amount % cost_unit);
    if (fraction == 0)
        return;
    text += '.';
    append_digits(text, fraction, cost_decimals);
    text.erase(text.find_last_not_of('0') + 1);
}

std::string decimal_text(Int128 amount) {
    std::string text;
    append_decimal(text, amount);
    return text;
}

void RowText::separate() {
    if (!m_first)
        m_buffer += ',';
    m_first = false;
}

RowText& RowText::cell(std::string_view text) {
    separate();
    if (m_quote_all || text.find_first_of(",\"\r\n") != std::string_view::npos)
        append_quoted(m_buffer, text);
    else
        m_buffer += text;
    return *this;
}

RowText& RowText::cost(Int128 amount) {
    separate();
    if (m_quote_all)
        m_buffer += '"';
    append_decimal(m_buffer, amount);
    if (m_quote_all)
        m_buffer += '"';
    return *this;
}

void RowText::end_row() {
    m_buffer += '\n';
    m_first = true;
}

}  // namespace focus_billing
