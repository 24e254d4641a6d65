#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/format/byte_source.hpp"
#include "focus_billing/format/csv_record.hpp"
#include "focus_billing/format/csv_scanner.hpp"
#include "focus_billing/model/diagnostic.hpp"

namespace focus_billing {

/// A block of whole records in memory.
class CsvBlock {
public:
    CsvBlock(CsvBlock&&) noexcept;
    CsvBlock& operator=(CsvBlock&&) noexcept;
    ~CsvBlock();

    /// Reads the next record, skipping blank lines. False after the last one.
    [[nodiscard]] bool next(CsvRecord& record);

    /// Blocks of a file are numbered from 0.
    [[nodiscard]] std::uint64_t number() const { return m_number; }
    /// The fault that ended the file after the records of this block, if any.
    [[nodiscard]] const std::optional<Diagnostic>& failure() const { return m_failure; }

private:
    friend class CsvReader;
    class Lines;
    CsvBlock();

    std::unique_ptr<Lines> m_lines;
    std::uint64_t m_number = 0;
    std::uint64_t m_line = 0;
    bool m_masked = false;
    std::optional<Diagnostic> m_failure;
};

/// Reads CSV by RFC 4180, using the line reader of fast-cpp-csv-parser: quoted commas, doubled
/// quotes, newlines inside quotes (kept unchanged), LF or CRLF, a BOM, a missing newline at the
/// end, blank lines. Refuses text that is not UTF-8, NUL, a quote that is misplaced or never
/// closed, and a record above 16 MiB including its newline. Memory does not grow with the number of
/// records.
class CsvReader {
public:
    static constexpr std::size_t usual_block_size = std::size_t{1} << 20U;
    static constexpr std::size_t smallest_block_size = 64;
    static constexpr std::size_t largest_block_size = std::size_t{8} << 20U;

    /// `name` is the file's name in diagnostics.
    CsvReader(ByteSource& source, std::string name, std::size_t block_size = usual_block_size);
    ~CsvReader();

    /// Reads the header: names trimmed, in their own case. Call once, before `next_block`. Returns
    /// why the file cannot be read, if it cannot.
    [[nodiscard]] std::optional<Diagnostic> read_header();
    [[nodiscard]] const std::vector<std::string>& header() const { return m_header; }

    /// The next block in file order, or nothing at the end. Several threads may call this.
    [[nodiscard]] std::optional<CsvBlock> next_block();

private:
    friend class CsvBlock::Lines;

    CsvBlock read_block();
    std::size_t fill(char* buffer);
    std::size_t fill_first(char* buffer);
    std::size_t fill_records(char* buffer);
    std::size_t finish_block(char* data, std::size_t scanned, std::size_t size, bool more);
    [[nodiscard]] bool is_first_record_too_long(const char* data, std::size_t size) const;
    bool read_more(char* data, std::size_t& size);
    std::size_t end_block(const char* data, std::size_t size);
    std::size_t end_of_file(char* data, std::size_t size);
    std::size_t fail(std::size_t size);
    std::optional<Diagnostic> check_header(CsvRecord& record);

    ByteSource& m_source;
    std::string m_name;
    std::size_t m_block_size;
    std::vector<std::string> m_header;

    std::mutex m_mutex;
    CsvScanner m_scanner;
    std::vector<char> m_carry;  // the incomplete record at the end of the last block
    std::uint64_t m_block_count = 0;
    bool m_started = false;
    bool m_finished = false;
    std::optional<Diagnostic> m_failure;
    std::optional<CsvBlock> m_first_block;  // the block that the header was read from
};

}  // namespace focus_billing
