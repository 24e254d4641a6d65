#include <optional>
#include <string>
#include <vector>

#include "../unit/support/memory_source.hpp"
#include "focus_billing/format/csv_reader.hpp"
#include "large_buffers.hpp"
#include "require.hpp"

using namespace focus_billing;

namespace {

// Longer inputs find nothing more in blocks of 64 bytes, and take longer.
constexpr std::size_t longest_input = 2048;

struct Record {
    std::uint64_t line = 0;
    std::vector<std::string> fields;

    bool operator==(const Record&) const = default;
};

struct Failure {
    int code = 0;
    std::uint64_t line = 0;
    std::string message;

    bool operator==(const Failure&) const = default;
};

struct Reading {
    std::vector<std::string> header;
    std::vector<Record> records;
    std::optional<Failure> failure;

    bool operator==(const Reading&) const = default;
};

Failure checked(const Diagnostic& diagnostic) {
    require(diagnostic.code >= 101 && diagnostic.code <= 110);
    require(diagnostic.place.file == "fuzz.csv" && diagnostic.place.line >= 1);
    require(!diagnostic.message.empty() && !diagnostic.help.empty());
    return {diagnostic.code, diagnostic.place.line, diagnostic.message};
}

Record copied(CsvRecord& record) {
    Record copy{.line = record.line(), .fields = {}};
    for (std::size_t i = 0; i < record.size(); ++i)
        copy.fields.emplace_back(record.text(i));
    return copy;
}

Reading read(std::string_view bytes, std::size_t block_size, std::size_t piece) {
    MemorySource source(std::string(bytes), piece);
    CsvReader reader(source, "fuzz.csv", block_size);
    Reading reading;
    if (const auto fault = reader.read_header()) {
        reading.failure = checked(*fault);
        return reading;
    }
    reading.header = reader.header();
    CsvRecord record;
    while (auto block = reader.next_block()) {
        require(!reading.failure);
        while (block->next(record))
            reading.records.push_back(copied(record));
        if (block->failure())
            reading.failure = checked(*block->failure());
    }
    return reading;
}

void require_order(const Reading& reading) {
    std::uint64_t line = 0;
    for (const auto& record : reading.records) {
        require(record.line > line && !record.fields.empty());
        line = record.line;
    }
    require(!reading.failure || reading.failure->line > line);
}

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text)
        result += c == '"' ? std::string("\"\"") : std::string(1, c);
    return result + '"';
}

// A record that is one empty field and has no quotes would be a blank line.
std::string written(const std::vector<Record>& records, std::string text) {
    for (const auto& record : records) {
        for (std::size_t i = 0; i < record.fields.size(); ++i) {
            text += (i == 0 ? "" : ",") + quoted(record.fields[i]);
        }
        text += '\n';
    }
    return text;
}

void require_same_fields(const std::vector<Record>& a, const std::vector<Record>& b) {
    require(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        require(a[i].fields == b[i].fields);
}

}  // namespace

/// Any bytes give the same records and the same failure, however they come in and in whatever
/// blocks they are read; what was read gives the same records when it is written and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > longest_input)
        return -1;
    const auto bytes = text_of(data, size);
    const auto whole = read(bytes, CsvReader::usual_block_size, SIZE_MAX);
    require_order(whole);
    require(read(bytes, CsvReader::smallest_block_size, 7) == whole);
    const auto again =
        read(written(whole.records, "name\n"), CsvReader::usual_block_size, SIZE_MAX);
    require(!again.failure);
    require_same_fields(again.records, whole.records);
    return 0;
}
