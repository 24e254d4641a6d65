#pragma once

#include <cstddef>
#include <cstdint>

#include "focus_billing/format/byte_masks.hpp"
#include "focus_billing/format/utf8.hpp"

namespace focus_billing {

/// What ends the reading of a CSV file.
enum class CsvFault : std::uint8_t {
    none,
    not_utf8,
    nul_byte,
    unclosed_quote,
    stray_quote,
    text_after_quote,
    return_alone,
    record_too_long,
};

/// Finds the ends of records in CSV (RFC 4180) as its bytes arrive, and refuses NUL, bytes that are
/// not UTF-8 and misplaced quotes. Newlines inside quotes are replaced by `masked_newline`, a byte
/// that never occurs in UTF-8, so that the remaining newlines end records.
class CsvScanner {
public:
    static constexpr char masked_newline = '\xFF';
    /// In bytes, including its newline.
    static constexpr std::size_t longest_record = std::size_t{16} << 20U;

    /// Scans `data[begin, end)`, which follows what was scanned before. Returns false at a fault:
    /// `fault()`, `record_end()` and the lines then say what is wrong and where, and scanning must
    /// stop. `data[0]` is the start of a record, and at most one record is incomplete.
    bool scan(char* data, std::size_t begin, std::size_t end);

    /// Call when no more bytes come. False if a quote or a character is incomplete.
    bool finish(char* data, std::size_t end);

    /// Declares the record at `data[0]` too long: nothing before `data[end]` ends it in time.
    void refuse_first_record(char* data, std::size_t end);

    /// The end of the last complete record, counted from `data[0]`; 0 if there is none.
    [[nodiscard]] std::size_t record_end() const { return m_record_end; }
    /// The line of the record that begins at `record_end()`.
    [[nodiscard]] std::uint64_t line() const { return m_line; }
    /// Whether a newline may have been masked since `rebase`.
    [[nodiscard]] bool masked() const { return m_masked; }

    /// The header has been read: from now on a CR alone is text.
    void leave_header() { m_in_header = false; }

    /// The bytes before `record_end()` have been removed: counts from there.
    void rebase() {
        m_record_end = 0;
        m_first_line = m_line;
        m_masked = m_lines_behind != 0;
    }

    [[nodiscard]] CsvFault fault() const { return m_fault; }
    [[nodiscard]] std::uint64_t fault_line() const { return m_fault_line; }
    /// The line of the quote that is open at the fault; 0 if none is.
    [[nodiscard]] std::uint64_t open_quote_line() const { return m_open_quote_line; }

private:
    bool scan_chunk(char* chunk, const char* readable, std::size_t offset, std::uint64_t valid);
    bool scan_quotes(std::uint64_t quotes, std::uint64_t newlines, const Bytes64& bytes,
                     std::uint64_t valid, std::uint64_t& inside);
    void mask(char* chunk, std::uint64_t newlines);
    void count_lines(std::uint64_t newlines, std::uint64_t ends, std::size_t offset);
    bool fail(char* data, std::size_t scanned, std::size_t end);

    bool m_in_header = true;
    bool m_inside = false;         // within quotes
    bool m_may_open = true;        // the previous byte lets a field begin
    bool m_closed = false;         // the previous byte was a closing quote
    bool m_closed_return = false;  // the previous bytes were a closing quote and a CR
    bool m_masked = false;
    Utf8Checker m_utf8;
    std::size_t m_record_end = 0;
    std::uint64_t m_line = 1;
    std::uint64_t m_first_line = 1;    // of data[0]
    std::uint64_t m_lines_behind = 0;  // newlines, all masked, after the last complete record
    CsvFault m_fault = CsvFault::none;
    std::uint64_t m_fault_line = 0;
    std::uint64_t m_open_quote_line = 0;
};

}  // namespace focus_billing
