#include "focus_billing/format/csv_reader.hpp"

#include <algorithm>
#include <cstring>
#include <map>

#include "focus_billing/model/text.hpp"
#include "format/csv_faults.hpp"

#define CSV_IO_NO_THREAD
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wstringop-truncation"  // of libfccp's own strncpy
#endif
#include <libfccp/csv.h>
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

namespace focus_billing {

namespace {

constexpr std::string_view bom = "\xEF\xBB\xBF";

Diagnostic no_header(const std::string& file, std::uint64_t line) {
    return make_diagnostic(101, {.file = file, .line = line, .column = 0},
                           "the file has no column names", {},
                           "a FOCUS file begins with a line of column names, such as "
                           "BillingPeriodStart,BilledCost,Tags");
}

std::optional<Diagnostic> find_same_names(const std::vector<std::string>& names,
                                          const Place& place) {
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].empty())
            continue;
        const auto [first, is_new] = seen.emplace(lower_case(names[i]), i);
        if (is_new)
            continue;
        return make_diagnostic(107, place,
                               "columns " + std::to_string(first->second + 1) + " and " +
                                   std::to_string(i + 1) + " have the same name",
                               names[i],
                               "rename or remove one of them; case and blanks do not tell columns "
                               "apart");
    }
    return std::nullopt;
}

}  // namespace

// One LineReader for one block: it takes a short read for the end of its input, which here is
// the truth, and its 48 MiB of buffer cost only the pages that are written.
class CsvBlock::Lines {
public:
    explicit Lines(CsvReader& reader)
        : m_reader(std::string(), std::make_unique<BlockSource>(reader)) {}

    char* next() { return m_reader.next_line(); }

private:
    class BlockSource : public io::ByteSourceBase {
    public:
        explicit BlockSource(CsvReader& reader) : m_reader(reader) {}
        int read(char* buffer, int) override { return static_cast<int>(m_reader.fill(buffer)); }

    private:
        CsvReader& m_reader;
    };

    io::LineReader m_reader;
};

CsvBlock::CsvBlock() = default;
CsvBlock::CsvBlock(CsvBlock&&) noexcept = default;
CsvBlock& CsvBlock::operator=(CsvBlock&&) noexcept = default;
CsvBlock::~CsvBlock() = default;

bool CsvBlock::next(CsvRecord& record) {
    while (const char* line = m_lines->next()) {
        const std::size_t size = std::strlen(line);
        const std::uint64_t begin = m_line++;
        if (size == 0)
            continue;
        if (m_masked) {
            m_line += static_cast<std::uint64_t>(
                std::count(line, line + size, CsvScanner::masked_newline));
        }
        record.split(line, size, begin);
        return true;
    }
    return false;
}

CsvReader::CsvReader(ByteSource& source, std::string name, std::size_t block_size)
    : m_source(source), m_name(std::move(name)),
      m_block_size(std::clamp(block_size, smallest_block_size, largest_block_size)) {}

CsvReader::~CsvReader() = default;

std::optional<Diagnostic> CsvReader::read_header() {
    CsvRecord record;
    while (auto block = next_block()) {
        if (block->next(record)) {
            m_scanner.leave_header();
            auto fault = check_header(record);
            m_first_block = std::move(block);
            return fault;
        }
        if (block->failure())
            return block->failure();
    }
    return no_header(m_name, 1);
}

std::optional<Diagnostic> CsvReader::check_header(CsvRecord& record) {
    const Place place{.file = m_name, .line = record.line(), .column = 0};
    for (std::size_t i = 0; i < record.size(); ++i) {
        const bool quoted = record.is_quoted(i);
        const std::string_view text = record.text(i);
        if (!quoted && text.find('\r') != std::string_view::npos) {
            return describe_return_alone(place);
        }
        m_header.emplace_back(trimmed(text));
    }
    if (std::ranges::all_of(m_header, &std::string::empty)) {
        return no_header(place.file, place.line);
    }
    return find_same_names(m_header, place);
}

std::optional<CsvBlock> CsvReader::next_block() {
    const std::lock_guard lock(m_mutex);
    if (m_first_block) {
        auto block = std::move(m_first_block);
        m_first_block.reset();
        return block;
    }
    if (m_finished)
        return std::nullopt;
    return read_block();
}

CsvBlock CsvReader::read_block() {
    CsvBlock block;
    block.m_line = m_scanner.line() - (m_started ? 1 : 0);
    block.m_number = m_block_count++;
    block.m_lines = std::make_unique<CsvBlock::Lines>(*this);
    block.m_masked = m_scanner.masked();
    m_scanner.rebase();
    block.m_failure = m_failure;
    return block;
}

std::size_t CsvReader::fill(char* buffer) {
    if (m_started)
        return fill_records(buffer);
    m_started = true;
    return fill_first(buffer);
}

std::size_t CsvReader::fill_first(char* buffer) {
    std::size_t size = 0;
    const bool more = read_more(buffer, size);
    m_failure = recognise_other_format({buffer, size}, m_name);
    if (m_failure)
        return fail(0);
    const bool has_bom = std::string_view(buffer, size).starts_with(bom);
    return finish_block(buffer, has_bom ? bom.size() : 0, size, more);
}

// LineReader drops a BOM at the beginning of its input, which here can be text in the middle of
// the file: a blank line before it keeps the text whole.
std::size_t CsvReader::fill_records(char* buffer) {
    *buffer++ = '\n';
    std::size_t size = m_carry.size();
    std::ranges::copy(m_carry, buffer);
    m_carry.clear();
    const std::size_t scanned = size;
    const bool more = read_more(buffer, size);
    return 1 + finish_block(buffer, scanned, size, more);
}

std::size_t CsvReader::finish_block(char* data, std::size_t scanned, std::size_t size, bool more) {
    while (m_scanner.scan(data, scanned, size)) {
        if (is_first_record_too_long(data, size)) {
            m_scanner.refuse_first_record(data, size);
            return fail(0);
        }
        if (!more)
            return end_of_file(data, size);
        if (m_scanner.record_end() != 0)
            return end_block(data, size);
        scanned = size;
        more = read_more(data, size);
    }
    return fail(m_scanner.record_end());
}

// A longer record cannot begin further on in a block: it would have begun the next one.
bool CsvReader::is_first_record_too_long(const char* data, std::size_t size) const {
    return size >= CsvScanner::longest_record &&
           std::memchr(data, '\n', CsvScanner::longest_record) == nullptr;
}

bool CsvReader::read_more(char* data, std::size_t& size) {
    for (std::size_t wanted = m_block_size; wanted > 0;) {
        const std::size_t got = m_source.read(data + size, wanted);
        if (got == 0)
            return false;
        size += got;
        wanted -= got;
    }
    return true;
}

std::size_t CsvReader::end_block(const char* data, std::size_t size) {
    m_carry.assign(data + m_scanner.record_end(), data + size);
    return m_scanner.record_end();
}

std::size_t CsvReader::end_of_file(char* data, std::size_t size) {
    if (!m_scanner.finish(data, size))
        return fail(m_scanner.record_end());
    m_finished = true;
    if (size != 0 && data[size - 1] != '\n')
        data[size++] = '\n';
    return size;
}

std::size_t CsvReader::fail(std::size_t size) {
    m_finished = true;
    if (!m_failure)
        m_failure = describe_fault(m_scanner, m_name);
    return size;
}

}  // namespace focus_billing
