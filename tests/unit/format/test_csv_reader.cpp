#include "focus_billing/format/csv_reader.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <set>
#include <sstream>

#include "focus_billing/format/read_blocks.hpp"
#include "support/memory_source.hpp"
#include "support/project_files.hpp"

using namespace focus_billing;

namespace {

std::string escaped(std::string_view text) {
    static const char* digits = "0123456789ABCDEF";
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n')
            result += "\\n";
        else if (c == '\r')
            result += "\\r";
        else if (c == '\t')
            result += "\\t";
        else if (c == '\\')
            result += "\\\\";
        else if (c == '|')
            result += "\\|";
        else if (byte < 0x20 || byte == 0x7F) {
            result += "\\x";
            result += digits[byte >> 4U];
            result += digits[byte & 0xFU];
        } else
            result += c;
    }
    return result;
}

std::string code_text(int code) {
    return "FB" + std::to_string(code);
}

std::string error_event(const Diagnostic& diagnostic) {
    return "error " + std::to_string(diagnostic.place.line) + " " + code_text(diagnostic.code) +
           "\n";
}

std::string fields_text(const std::vector<std::string>& names, CsvRecord& record) {
    std::string text;
    for (std::size_t i = 0; i < record.size(); ++i) {
        if (names[i].empty())
            continue;
        if (!text.empty() || std::any_of(names.begin(), names.begin() + static_cast<long>(i),
                                         [](const auto& name) { return !name.empty(); })) {
            text += '|';
        }
        text += escaped(record.text(i));
    }
    return "[" + text + "]";
}

std::string record_event(const std::vector<std::string>& names, CsvRecord& record) {
    const auto line = std::to_string(record.line());
    if (record.size() != names.size()) {
        return "ragged " + line + " " + std::to_string(record.size()) + " " +
               std::to_string(names.size()) + "\n";
    }
    return "record " + line + " " + fields_text(names, record) + "\n";
}

std::string block_events(const std::vector<std::string>& names, CsvBlock& block) {
    std::string events;
    CsvRecord record;
    while (block.next(record))
        events += record_event(names, record);
    if (block.failure())
        events += error_event(*block.failure());
    return events;
}

std::string read_events(const std::string& bytes, std::size_t block_size, std::size_t piece,
                        unsigned threads = 1) {
    MemorySource source(bytes, piece);
    CsvReader reader(source, "test.csv", block_size);
    if (const auto fault = reader.read_header())
        return error_event(*fault);
    std::string events = "header [";
    for (const auto& name : reader.header()) {
        if (!name.empty())
            events += (events.back() == '[' ? "" : "|") + escaped(name);
    }
    events += "]\n";
    read_blocks(
        reader, threads,
        [&] { return [&](CsvBlock& block) { return block_events(reader.header(), block); }; },
        [&](const std::string& more) { events += more; });
    return events;
}

std::string read_events(const std::string& bytes) {
    return read_events(bytes, CsvReader::usual_block_size, SIZE_MAX);
}

}  // namespace

TEST_CASE("the torture set of CSV files", "[csv]") {
    std::set<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(project_path("tests/golden/csv"))) {
        if (entry.path().extension() == ".csv")
            files.insert(entry.path());
    }
    REQUIRE(files.size() >= 60);
    for (const auto& file : files) {
        INFO(file.filename().string());
        const auto bytes = file_text(file);
        auto expected_file = file;
        const auto expected = file_text(expected_file.replace_extension(".expected"));
        CHECK(read_events(bytes) == expected);
        CHECK(read_events(bytes, 64, 1) == expected);
        CHECK(read_events(bytes, 100, 7, 2) == expected);
    }
}

TEST_CASE("any bytes are read alike whatever the size of blocks and the number of threads",
          "[csv]") {
    CHECK(rc::check([] {
        const auto bytes = *rc::gen::container<std::string>(
            rc::gen::element('a', 'b', ',', ',', '"', '"', '\n', '\n', '\r', '\xC3', '\xA9', ' '));
        const auto block_size = *rc::gen::inRange<std::size_t>(64, 200);
        const auto piece = *rc::gen::inRange<std::size_t>(1, 90);
        const auto once = read_events(bytes);
        RC_ASSERT(read_events(bytes, block_size, piece) == once);
        RC_ASSERT(read_events(bytes, block_size, piece, 3) == once);
    }));
}

TEST_CASE("what is written as RFC 4180 has it is read back", "[csv]") {
    CHECK(rc::check([] {
        const auto cell =
            rc::gen::container<std::string>(rc::gen::element('a', ',', '"', '\n', '\r', ' ', '1'));
        const auto rows = *rc::gen::container<std::vector<std::vector<std::string>>>(
            rc::gen::container<std::vector<std::string>>(3, cell));
        std::string bytes = "a,b,c\n";
        for (const auto& row : rows) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                std::string quoted;
                for (const char c : row[i])
                    quoted += c == '"' ? "\"\"" : std::string(1, c);
                bytes += (i == 0 ? "\"" : ",\"") + quoted + '"';
            }
            bytes += "\r\n";
        }
        MemorySource source(bytes, 50);
        CsvReader reader(source, "test.csv", 64);
        RC_ASSERT(!reader.read_header());
        std::vector<std::vector<std::string>> seen;
        CsvRecord record;
        while (auto block = reader.next_block()) {
            while (block->next(record)) {
                auto& row = seen.emplace_back();
                for (std::size_t i = 0; i < record.size(); ++i)
                    row.emplace_back(record.text(i));
            }
        }
        RC_ASSERT(seen == rows);
    }));
}

TEST_CASE("a record of 16 MiB is read and a longer one refused", "[csv]") {
    const std::string header = "a,b\n1,2\n";
    const std::size_t room = CsvScanner::longest_record - std::string("x,\n").size();
    const auto longest = header + std::string(room, 'y') + ",x\n3,4\n";
    const auto events = read_events(longest);
    CHECK(events.starts_with("header [a|b]\nrecord 2 [1|2]\nrecord 3 [yyy"));
    CHECK(events.ends_with("y|x]\nrecord 4 [3|4]\n"));

    const auto too_long = header + std::string(room + 1, 'y') + ",x\n3,4\n";
    CHECK(read_events(too_long) == "header [a|b]\nrecord 2 [1|2]\nerror 3 FB106\n");
    CHECK(read_events(too_long, CsvReader::largest_block_size, SIZE_MAX) ==
          "header [a|b]\nrecord 2 [1|2]\nerror 3 FB106\n");
    const auto without_newline = header + std::string(room + 1, 'y') + ",x";
    CHECK(read_events(without_newline) == "header [a|b]\nrecord 2 [1|2]\nerror 3 FB106\n");
}

TEST_CASE("a quote that swallows more than 16 MiB is named by its line", "[csv]") {
    MemorySource source("a,b\n1,2\n3,\n4,\"five\n" + std::string(std::size_t{20} << 20U, 'y'));
    CsvReader reader(source, "big.csv");
    REQUIRE(!reader.read_header());
    std::optional<Diagnostic> failure;
    CsvRecord record;
    while (auto block = reader.next_block()) {
        while (block->next(record))
            continue;
        failure = block->failure();
    }
    REQUIRE(failure);
    CHECK(failure->message == "a record is longer than 16 MiB");
    CHECK(failure->place.line == 4);
    CHECK(failure->help == "a quote that begins on line 4 is not closed: add the missing \"");
}

TEST_CASE("files around the sizes at which fast-cpp-csv-parser shifts its buffer", "[csv]") {
    const std::string row = "1234567,890123456789012345678\n";
    for (const std::size_t size : {std::size_t{16} << 20U, std::size_t{32} << 20U}) {
        for (const std::size_t off : {std::size_t{0}, std::size_t{1}}) {
            std::string bytes = "a,b\n";
            std::size_t rows = 0;
            while (bytes.size() + row.size() <= size - off) {
                bytes += row;
                ++rows;
            }
            bytes += "1," + std::string(size - off - bytes.size() - 2, '2');
            MemorySource source(bytes, 65'536);
            CsvReader reader(source, "test.csv", CsvReader::largest_block_size);
            REQUIRE(!reader.read_header());
            std::size_t seen = 0;
            CsvRecord record;
            while (auto block = reader.next_block()) {
                while (block->next(record))
                    ++seen;
            }
            CHECK(seen == rows + 1);
            CHECK(record.line() == rows + 2);
        }
    }
}
