#include "focus_billing/format/csv_scanner.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <string_view>

#include "focus_billing/format/byte_masks.hpp"

namespace focus_billing {

namespace {

constexpr std::uint64_t all_bits = ~std::uint64_t{0};

bool accept_all(Utf8Checker& checker, const char* data, std::size_t count) {
    return std::all_of(data, data + count,
                       [&](char byte) { return checker.accept(static_cast<unsigned char>(byte)); });
}

bool last_bit(std::uint64_t bits, std::uint64_t valid) {
    return (bits & (valid ^ (valid >> 1))) != 0;
}

bool is_blank(std::string_view records) {
    if (records.starts_with("\xEF\xBB\xBF"))
        records.remove_prefix(3);
    return records.find_first_not_of("\r\n") == std::string_view::npos;
}

// Walks the bytes behind the last complete record one by one, to name the fault that the scan
// saw somewhere in 64 of them, and masks those that the scan did not come to.
class FaultFinder {
public:
    FaultFinder(std::uint64_t line, bool in_header)
        : m_line(line), m_record_line(line), m_in_header(in_header) {}

    void walk(char* data, std::size_t begin, std::size_t scanned, std::size_t end) {
        for (std::size_t i = begin; i < end && m_fault == CsvFault::none; ++i) {
            const bool masked = i < scanned && data[i] == CsvScanner::masked_newline;
            step(masked ? '\n' : data[i]);
            if (data[i] == '\n' && m_state == State::quoted)
                data[i] = CsvScanner::masked_newline;
            if (m_state == State::record_end) {
                m_record_end = i + 1;
                m_state = State::field_start;
            }
        }
        if (m_fault == CsvFault::none)
            finish();
    }

    [[nodiscard]] CsvFault fault() const { return m_fault; }
    [[nodiscard]] std::uint64_t fault_line() const {
        return m_fault == CsvFault::unclosed_quote ? m_quote_line : m_line;
    }
    [[nodiscard]] std::uint64_t open_quote_line() const {
        return m_state == State::quoted ? m_quote_line : 0;
    }
    [[nodiscard]] std::size_t record_end() const { return m_record_end; }
    [[nodiscard]] std::uint64_t record_line() const { return m_record_line; }

private:
    enum class State : std::uint8_t {
        field_start,
        unquoted,
        quoted,
        quote_in_quotes,
        return_behind_quote,
        record_end
    };

    void step(char byte) {
        if (byte == '\0') {
            m_fault = CsvFault::nul_byte;
        } else if (!m_utf8.accept(static_cast<unsigned char>(byte))) {
            m_fault = CsvFault::not_utf8;
        } else if (m_in_header && m_return_before && byte != '\n') {
            m_fault = CsvFault::return_alone;
        } else if (m_state == State::quoted) {
            if (byte == '"')
                m_state = State::quote_in_quotes;
        } else {
            step_outside(byte);
        }
        m_return_before = byte == '\r' && m_state != State::quoted;
        if (byte == '\n' && m_fault == CsvFault::none) {
            ++m_line;
            if (m_state == State::record_end)
                m_record_line = m_line;
        }
    }

    void step_outside(char byte) {
        const bool behind_quote = m_state == State::quote_in_quotes;
        if (byte == '\n') {
            m_in_header = m_in_header && m_blank;
            m_blank = true;
            m_state = State::record_end;
            return;
        }
        m_blank = m_blank && byte == '\r';
        if (m_state == State::return_behind_quote) {
            m_fault = CsvFault::text_after_quote;
        } else if (byte == ',') {
            m_state = State::field_start;
        } else if (byte == '"') {
            if (m_state == State::unquoted)
                m_fault = CsvFault::stray_quote;
            if (m_state == State::field_start)
                m_quote_line = m_line;
            m_state = State::quoted;
        } else if (behind_quote && byte == '\r') {
            m_state = State::return_behind_quote;
        } else if (behind_quote) {
            m_fault = CsvFault::text_after_quote;
        } else {
            m_state = State::unquoted;
        }
    }

    void finish() {
        if (m_state == State::quoted) {
            m_fault = CsvFault::unclosed_quote;
        } else if (m_utf8.incomplete()) {
            m_fault = CsvFault::not_utf8;
        }
    }

    State m_state = State::field_start;
    Utf8Checker m_utf8;
    std::uint64_t m_line;
    std::uint64_t m_record_line;
    std::uint64_t m_quote_line = 0;
    std::size_t m_record_end = 0;
    CsvFault m_fault = CsvFault::none;
    bool m_in_header;
    bool m_blank = true;  // nothing but CR in this record so far
    bool m_return_before = false;
};

}  // namespace

bool CsvScanner::scan(char* data, std::size_t begin, std::size_t end) {
    for (std::size_t offset = begin; offset < end; offset += Bytes64::size) {
        const std::size_t count = std::min(end - offset, Bytes64::size);
        std::array<char, Bytes64::size> padded;
        const char* readable = data + offset;
        if (count < Bytes64::size) {
            padded.fill(' ');
            std::copy_n(data + offset, count, padded.begin());
            readable = padded.data();
        }
        const std::uint64_t valid = all_bits >> (Bytes64::size - count);
        if (!scan_chunk(data + offset, readable, offset, valid))
            return fail(data, offset, end);
    }
    return true;
}

bool CsvScanner::scan_chunk(char* chunk, const char* readable, std::size_t offset,
                            std::uint64_t valid) {
    const Bytes64 bytes(readable);
    if (bytes.has_zero())
        return false;
    if (bytes.has_high() || m_utf8.incomplete()) {
        const auto count = static_cast<std::size_t>(std::popcount(valid));
        if (!accept_all(m_utf8, readable, count))
            return false;
    }
    const std::uint64_t quotes = bytes.equal_to('"');
    const std::uint64_t newlines = bytes.equal_to('\n');
    std::uint64_t inside = m_inside ? valid : 0;
    if (quotes != 0 || m_closed || m_closed_return) {
        if (!scan_quotes(quotes, newlines, bytes, valid, inside))
            return false;
    } else {
        const char last = readable[std::bit_width(valid) - 1];
        m_may_open = last == ',' || last == '\n';
    }
    if ((newlines & inside) != 0)
        mask(chunk, newlines & inside);
    if (newlines != 0)
        count_lines(newlines, newlines & ~inside, offset);
    return true;
}

bool CsvScanner::scan_quotes(std::uint64_t quotes, std::uint64_t newlines, const Bytes64& bytes,
                             std::uint64_t valid, std::uint64_t& inside) {
    inside = (prefix_parity(quotes) ^ (m_inside ? all_bits : 0)) & valid;
    const std::uint64_t opening = quotes & inside;
    const std::uint64_t closing = quotes & ~inside;
    const std::uint64_t returns = bytes.equal_to('\r');
    const std::uint64_t delimiters = bytes.equal_to(',') | newlines | quotes;
    const std::uint64_t may_open = delimiters << 1 | (m_may_open ? 1U : 0U);
    const std::uint64_t behind_quote = (closing << 1 | (m_closed ? 1U : 0U)) & valid;
    const std::uint64_t quote_return = behind_quote & returns;
    const std::uint64_t behind_return = (quote_return << 1 | (m_closed_return ? 1U : 0U)) & valid;
    m_may_open = last_bit(delimiters, valid);
    m_inside = last_bit(inside, valid);
    m_closed = last_bit(closing, valid);
    m_closed_return = last_bit(quote_return, valid);
    return (opening & ~may_open) == 0 && (behind_quote & ~(delimiters | returns)) == 0 &&
           (behind_return & ~newlines) == 0;
}

void CsvScanner::mask(char* chunk, std::uint64_t newlines) {
    m_masked = true;
    for (std::uint64_t left = newlines; left != 0; left &= left - 1) {
        chunk[std::countr_zero(left)] = masked_newline;
    }
}

void CsvScanner::count_lines(std::uint64_t newlines, std::uint64_t ends, std::size_t offset) {
    if (ends == 0) {
        m_lines_behind += static_cast<std::uint64_t>(std::popcount(newlines));
        return;
    }
    const auto last_end = static_cast<unsigned>(std::bit_width(ends) - 1);
    const std::uint64_t up_to_end = all_bits >> (63U - last_end);
    m_record_end = offset + last_end + 1;
    m_line += m_lines_behind + static_cast<std::uint64_t>(std::popcount(newlines & up_to_end));
    m_lines_behind = static_cast<std::uint64_t>(std::popcount(newlines & ~up_to_end));
}

bool CsvScanner::finish(char* data, std::size_t end) {
    return (!m_inside && !m_utf8.incomplete()) || fail(data, end, end);
}

void CsvScanner::refuse_first_record(char* data, std::size_t end) {
    FaultFinder finder(m_first_line, m_in_header);
    finder.walk(data, 0, end, std::min(end, longest_record));
    m_record_end = 0;
    m_fault = CsvFault::record_too_long;
    m_fault_line = m_first_line;
    m_open_quote_line = finder.open_quote_line();
}

bool CsvScanner::fail(char* data, std::size_t scanned, std::size_t end) {
    FaultFinder finder(m_line, m_in_header && is_blank({data, m_record_end}));
    finder.walk(data, m_record_end, scanned, end);
    m_record_end = std::max(m_record_end, finder.record_end());
    m_masked = true;
    m_line = finder.record_line();
    m_fault = finder.fault();
    m_fault_line = finder.fault_line();
    m_open_quote_line = finder.open_quote_line();
    return false;
}

}  // namespace focus_billing
