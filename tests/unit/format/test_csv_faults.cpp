#include "format/csv_faults.hpp"

#include <catch2/catch.hpp>

#include "focus_billing/format/csv_reader.hpp"
#include "support/finding_text.hpp"
#include "support/memory_source.hpp"

using namespace focus_billing;

namespace {

/// What ends the reading of a file, in full.
std::string failure(const std::string& bytes) {
    MemorySource source(bytes);
    CsvReader reader(source, "test.csv");
    if (const auto fault = reader.read_header())
        return finding_text(*fault);
    CsvRecord record;
    while (auto block = reader.next_block()) {
        while (block->next(record))
            continue;
        if (block->failure())
            return finding_text(*block->failure());
    }
    return "none";
}

}  // namespace

TEST_CASE("FB101: a file without column names", "[csv]") {
    const std::string message =
        "error FB101 | the file has no column names |  | a FOCUS file begins "
        "with a line of column names, such as "
        "BillingPeriodStart,BilledCost,Tags";
    CHECK(failure("") == "1 " + message);
    CHECK(failure("\n\n") == "1 " + message);
    CHECK(failure("\n , \n1,2\n") == "2 " + message);
}

TEST_CASE("FB102: text that is not UTF-8", "[csv]") {
    CHECK(failure("a,b\n1,caf\xE9\n") ==
          "2 error FB102 | the text is not UTF-8 |  | convert the file, for example: iconv -f "
          "WINDOWS-1252 -t UTF-8 OLD.csv > NEW.csv");
}

TEST_CASE("FB103: a NUL byte", "[csv]") {
    CHECK(failure(std::string("a,b\n1,\0\n", 8)) ==
          "2 error FB103 | a NUL byte stands in the text |  | export the file again; it is damaged "
          "or no text file");
}

TEST_CASE("FB104: a quote that is never closed", "[csv]") {
    CHECK(failure("a,b\n1,2\n3,\"4\n5,6\n") ==
          "3 error FB104 | the quote that begins here is never closed |  | add the missing \" at "
          "the end of the field, or fetch the file again if its end is missing");
}

TEST_CASE("FB105: a quote out of place", "[csv]") {
    CHECK(failure("a,b\n1,24\" screen\n") ==
          "2 error FB105 | a quote stands inside a field that does not begin with one |  | put the "
          "whole field in quotes and double the quote: 24\" becomes \"24\"\"\"");
    CHECK(failure("a,b\n1,\"say \"yes\"\"\n") ==
          "2 error FB105 | text follows a closing quote |  | a quoted field ends with its quote; "
          "double a quote that belongs to the text: \"say \"\"yes\"\"\"");
}

TEST_CASE("FB106: a record longer than 16 MiB", "[csv]") {
    const std::string long_text(std::size_t{17} << 20U, 'x');
    CHECK(failure("a,b\n1,2\n3," + long_text + "\n") ==
          "3 error FB106 | a record is longer than 16 MiB |  | check the end of this record; no "
          "FOCUS row is that long");
    CHECK(
        failure("a,b\n1,2\n3,\"" + long_text + "\n") ==
        "3 error FB106 | a record is longer than 16 MiB |  | a quote that begins on line 3 is not "
        "closed: add the missing \"");
}

TEST_CASE("FB107: two columns of the same name", "[csv]") {
    CHECK(failure("Tags,b, tags \n") ==
          "1 error FB107 | columns 1 and 3 have the same name | tags | rename or remove one of "
          "them; case and blanks do not tell columns apart");
}

TEST_CASE("FB108: lines that end with CR alone", "[csv]") {
    CHECK(failure("a,b\r1,2\r") ==
          "1 error FB108 | the lines end with CR alone |  | convert the line ends, for example: tr "
          "'\\r' '\\n' < OLD.csv > NEW.csv");
}

TEST_CASE("FB109: UTF-16", "[csv]") {
    const std::string message = "1 error FB109 | the text is UTF-16 |  | save it as UTF-8, for "
                                "example: iconv -f UTF-16 -t UTF-8 OLD.csv > NEW.csv";
    CHECK(failure(std::string("\xFF\xFE"
                              "a\0",
                              4)) == message);
    CHECK(failure(std::string("\xFE\xFF\0"
                              "a",
                              4)) == message);
}

TEST_CASE("FB110: a file that is no CSV", "[csv]") {
    CHECK(failure("PK\x03\x04...") ==
          "1 error FB110 | this is a zip archive or an Excel workbook, not CSV |  | unpack it, or "
          "save the sheet as 'CSV UTF-8'");
    CHECK(failure("PAR1...") ==
          "1 error FB110 | this is a Parquet file, not CSV |  | choose CSV as "
          "the format of the export");
    CHECK(failure("\xD0\xCF\x11\xE0...") ==
          "1 error FB110 | this is an old Excel workbook, not CSV "
          "|  | save the sheet as 'CSV UTF-8'");
}

TEST_CASE("a fault that no byte accounts for is a broken promise", "[csv]") {
    CHECK_THROWS_WITH(describe_fault(CsvScanner(), "a.csv"),
                      "a CSV fault that no byte accounts for");
}
