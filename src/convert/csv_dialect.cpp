#include "convert/csv_dialect.hpp"

#include <algorithm>

namespace focus_billing {

namespace {

constexpr char comma_stand_in = '\x1F';

}  // namespace

std::size_t DialectSource::read(char* buffer, std::size_t size) {
    while (true) {
        auto count = m_source.read(buffer, size);
        if (count == 0)
            return 0;
        count = blank_lines(buffer, count);
        if (count > 0)
            return count;
    }
}

std::size_t DialectSource::blank_lines(char* buffer, std::size_t count) {
    std::size_t begin = 0;
    std::size_t end = 0;
    for (; m_skip > 0 && begin < count; ++begin) {
        if (buffer[begin] != '\n')
            continue;
        buffer[end++] = '\n';
        --m_skip;
    }
    if (m_delimiter != ',')
        std::for_each(buffer + begin, buffer + count, [this](char& c) { exchange(c); });
    std::copy(buffer + begin, buffer + count, buffer + end);
    return end + count - begin;
}

void DialectSource::exchange(char& c) {
    if (c == '"') {
        m_quoted = !m_quoted;
    } else if (!m_quoted && c == m_delimiter) {
        c = ',';
    } else if (!m_quoted && c == ',') {
        c = comma_stand_in;
    }
}

std::string with_commas(std::string_view cell) {
    std::string text(cell);
    std::ranges::replace(text, comma_stand_in, ',');
    return text;
}

}  // namespace focus_billing
