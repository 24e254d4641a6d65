#include "focus_billing/format/csv_writer.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "focus_billing/format/csv_reader.hpp"
#include "support/memory_source.hpp"

using namespace focus_billing;

namespace {

std::string text_field(std::string_view text) {
    CsvWriter writer;
    writer.add_text(text);
    auto record = writer.take_record();
    REQUIRE(record.ends_with("\r\n"));
    return record.substr(0, record.size() - 2);
}

using Record = std::vector<std::string>;

std::string written(const std::vector<Record>& records) {
    CsvWriter writer;
    std::string file;
    for (const auto& record : records) {
        for (const auto& text : record)
            writer.add_text(text);
        file += writer.take_record();
    }
    return file;
}

// Blank lines and the header are no records to the reader.
std::vector<Record> read_back(const std::string& file) {
    MemorySource source("a\r\n" + file);
    CsvReader reader(source, "x.csv");
    REQUIRE_FALSE(reader.read_header().has_value());
    std::vector<Record> records;
    while (auto block = reader.next_block()) {
        REQUIRE_FALSE(block->failure().has_value());
        for (CsvRecord record; block->next(record);) {
            Record texts;
            for (std::size_t i = 0; i < record.size(); ++i)
                texts.emplace_back(record.text(i));
            records.push_back(std::move(texts));
        }
    }
    return records;
}

}  // namespace

TEST_CASE("fields are quoted where RFC 4180 wants it, and nowhere else") {
    CHECK(text_field("plain text") == "plain text");
    CHECK(text_field("a,b") == "\"a,b\"");
    CHECK(text_field("a \"b\"") == "\"a \"\"b\"\"\"");
    CHECK(text_field("a\nb") == "\"a\nb\"");
    CHECK(text_field("a\r\nb") == "\"a\r\nb\"");
    CHECK(text_field("'a'; b") == "'a'; b");
    CHECK(text_field("Zürich") == "Zürich");
}

TEST_CASE("a text that a spreadsheet would run gets an apostrophe") {
    CHECK(text_field("=1+1") == "'=1+1");
    CHECK(text_field("+1") == "'+1");
    CHECK(text_field("-1") == "'-1");
    CHECK(text_field("@SUM(A1)") == "'@SUM(A1)");
    CHECK(text_field("\tx") == "'\tx");
    CHECK(text_field("\rx") == "\"'\rx\"");
    CHECK(text_field("=HYPERLINK(\"a\",\"b\")") == "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"");
    CHECK(text_field("a=1") == "a=1");
    CHECK(text_field(" =1") == " =1");
    CHECK(text_field("'=1") == "''=1");
    CHECK(text_field("'a=1") == "'a=1");
}

TEST_CASE("numbers are left alone, and null is nothing") {
    CsvWriter writer;
    writer.add_number("-0.5");
    writer.add_null();
    writer.add_text("-0.5");
    CHECK(writer.take_record() == "-0.5,,'-0.5\r\n");
    writer.add_number("1");
    CHECK(writer.take_record() == "1\r\n");
}

TEST_CASE("another dialect has another delimiter, and its own is quoted") {
    CsvWriter writer(CsvDialect{.delimiter = '\'', .always_quotes = false, .line_end = "\n"});
    writer.add_text("a,b");
    writer.add_text("it's");
    writer.add_text("=1");
    writer.add_constant("-");
    CHECK(writer.take_record() == "a,b'\"it's\"'\"'=1\"'-\n");
}

TEST_CASE("one empty field is a record and no blank line") {
    CHECK(text_field("") == "\"\"");
    CHECK(written({{""}, {"", ""}}) == "\"\"\r\n,\r\n");
    CHECK(read_back(written({{""}})) == std::vector<Record>{{""}});
}

TEST_CASE("what is written is read again") {
    CHECK(rc::check("any record", [] {
        const auto width = *rc::gen::inRange<std::size_t>(1, 6);
        const auto text = rc::gen::container<std::string>(
            rc::gen::elementOf(std::string("=+-@\t\r\n,\"';ab 0{}")));
        const auto records =
            *rc::gen::container<std::vector<Record>>(rc::gen::container<Record>(width, text));
        auto back = read_back(written(records));
        for (auto& record : back) {
            for (auto& field : record) {
                RC_ASSERT(field.empty() || std::string("=+-@\t\r").find(field[0]) == field.npos);
                field = without_formula_guard(field);
            }
        }
        RC_ASSERT(back == records);
    }));
}
