#include "focus_billing/format/csv_record.hpp"

#include <bit>

#include "focus_billing/format/byte_masks.hpp"
#include "focus_billing/format/csv_scanner.hpp"

namespace focus_billing {

void CsvRecord::split(const char* text, std::size_t size, std::uint64_t line) {
    m_line = line;
    m_size = 0;
    m_decoded_count = 0;
    const char* begin = text;
    std::uint64_t inside = 0;  // all bits if a quote is open
    for (std::size_t offset = 0; offset < size; offset += Bytes64::size) {
        const Bytes64 bytes(text + offset);
        const std::size_t left = size - offset;
        const std::uint64_t valid =
            left >= Bytes64::size ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1;
        const std::uint64_t quotes = bytes.equal_to('"') & valid;
        std::uint64_t separators = bytes.equal_to(',') & valid & ~inside;
        if (quotes != 0) {
            const std::uint64_t quoted = prefix_parity(quotes) ^ inside;
            separators = bytes.equal_to(',') & valid & ~quoted;
            inside = (quoted >> 63U) != 0 ? ~std::uint64_t{0} : 0;
        }
        reserve_fields(Bytes64::size + 1);
        for (Field* field = m_fields.data() + m_size; separators != 0;
             separators &= separators - 1, ++field, ++m_size) {
            const char* end = text + offset + std::countr_zero(separators);
            *field = make_field(begin, end);
            begin = end + 1;
        }
    }
    reserve_fields(1);
    m_fields[m_size++] = make_field(begin, text + size);
}

void CsvRecord::reserve_fields(std::size_t more) {
    if (m_size + more > m_fields.size())
        m_fields.resize(2 * (m_size + more));
}

CsvRecord::Field CsvRecord::make_field(const char* begin, const char* end) {
    const bool quoted = begin != end && *begin == '"';
    const char* first = quoted ? begin + 1 : begin;
    const char* last = quoted ? end - 1 : end;
    return {first, static_cast<std::uint32_t>(last - first), quoted};
}

bool CsvRecord::is_coded(std::string_view raw) {
    return raw.find('"') != std::string_view::npos ||
           raw.find(CsvScanner::masked_newline) != std::string_view::npos;
}

std::string_view CsvRecord::decode(std::size_t index) {
    if (m_decoded_count == m_decoded.size())
        m_decoded.emplace_back();
    std::string& text = m_decoded[m_decoded_count++];
    const auto raw = this->raw(index);
    text.clear();
    for (std::size_t i = 0; i < raw.size(); ++i) {
        text += raw[i] == CsvScanner::masked_newline ? '\n' : raw[i];
        if (raw[i] == '"')
            ++i;
    }
    m_fields[index] = {text.data(), static_cast<std::uint32_t>(text.size()), false};
    return text;
}

}  // namespace focus_billing
