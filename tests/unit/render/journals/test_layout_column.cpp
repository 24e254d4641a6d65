#include "render/journals/layout_column.hpp"

#include <catch2/catch.hpp>

#include "render/journals/any_journal.hpp"

using namespace focus_billing;

namespace {

using Faults = std::vector<std::string>;

struct Written {
    ColumnText cell;
    Faults faults;
};

JournalLine sample_line() {
    JournalLine line;
    line.side = Side::credit;
    line.party = Party::source;
    line.source = "AWS";
    line.fund_org = "-5";
    line.groups = {{"fund", "100"}, {"orgn", ""}};
    line.charges = 12345;
    line.amount = sum_of("1234.5");
    return line;
}

Written write(const LayoutColumn& column, const JournalLine& line = sample_line(),
              LayoutEncoding encoding = LayoutEncoding::utf8) {
    JournalLayout layout;
    layout.values = {{"orgn", "-9"}, {"fund", "0"}};
    Journal journal;
    journal.date = "2025-01-31";
    journal.created = "2025-02-05T06:07:08Z";
    journal.documents.resize(1);
    journal.documents.front().currency = "USD";
    LayoutFields fields(journal, layout);
    fields.enter(journal.documents.front());
    fields.enter(7, line);
    Written written;
    written.cell = column_text(
        column, fields, encoding,
        [&](int code, const LayoutColumn&, std::string, const std::string& value, std::string) {
            written.faults.push_back(std::to_string(code) + " " + value);
        });
    return written;
}

std::string text_of(const LayoutColumn& column) {
    const auto written = write(column);
    CHECK(written.faults == Faults{});
    return written.cell.text;
}

LayoutColumn right(const std::string& value, std::size_t width, char pad) {
    auto column = layout_column(value, width);
    column.align = Align::right;
    column.pad = pad;
    return column;
}

std::string filled(const LayoutColumn& column) {
    return padded(write(column).cell, column);
}

}  // namespace

TEST_CASE("a group of the line wins over a value of the layout, unless it is empty") {
    CHECK(text_of(layout_column("{fund}/{orgn}")) == "100/-9");
}

TEST_CASE("texts of the bills alone are told from constants") {
    CHECK(write(layout_column("{fund_org}")).cell.is_text);
    CHECK(write(layout_column("={source}")).cell.is_text);
    CHECK(write(layout_column("{orgn}{fund}")).cell.is_text);
    CHECK_FALSE(write(layout_column("{orgn}")).cell.is_text);
    CHECK_FALSE(write(layout_column("-")).cell.is_text);
    CHECK_FALSE(write(layout_column("{signed_amount}")).cell.is_text);
    CHECK_FALSE(write(layout_column("{charges}")).cell.is_text);
}

TEST_CASE("zeros stand behind the sign of an amount, blanks before it") {
    CHECK(filled(right("{signed_amount}", 11, '0')) == "-0001234.50");
    CHECK(filled(right("{signed_amount}", 11, ' ')) == "   -1234.50");
    auto column = right("{signed_amount}", 11, '0');
    column.sign = SignForm::parentheses;
    CHECK(filled(column) == "(001234.50)");
    column.sign = SignForm::trailing;
    CHECK(filled(column) == "0001234.50-");
    column.sign = SignForm::plus_minus;
    column.value = parse_template("{amount}");
    column.point = false;
    CHECK(filled(column) == "+0000123450");
    CHECK(filled(right("{fund_org}", 4, '0')) == "00-5");
    CHECK(filled(right("{debit}", 4, '0')) == "    ");
    CHECK(filled(right("{line}", 4, '0')) == "0007");
}

TEST_CASE("dates and sides are written as the column says") {
    auto date = layout_column("{date}");
    date.date_format = "DD-MON-YY";
    CHECK(text_of(date) == "31-JAN-25");
    auto time = layout_column("T{created}");
    time.date_format = "YYYYMMDDhhmmss";
    CHECK(text_of(time) == "T20250205060708");
    auto side = layout_column("{side}");
    side.credit = "+";
    CHECK(text_of(side) == "+");
}

TEST_CASE("case comes before the width is counted") {
    auto line = sample_line();
    line.source = "straße";
    auto column = layout_column("{source}", 6);
    CHECK(write(column, line).faults == Faults{});
    column.letters = LetterCase::upper;
    CHECK(write(column, line).faults == Faults{"830 STRASSE"});
    column.cut = true;
    CHECK(write(column, line).cell.text == "STRASS");
    column.letters = LetterCase::lower;
    line.source = "ÀŽ";
    CHECK(write(column, line).cell.text == "àž");
}

TEST_CASE("so does what ASCII makes of a letter") {
    auto line = sample_line();
    line.source = "œuvré";
    auto column = layout_column("{source}", 5);
    CHECK(write(column, line).faults == Faults{});
    CHECK(write(column, line, LayoutEncoding::ascii).faults == Faults{"830 oeuvre"});
    line.source = "ab東京x";
    CHECK(write(column, line, LayoutEncoding::ascii).faults == Faults{"833 ab東京x"});
    column.cut = true;
    CHECK(write(column, line, LayoutEncoding::ascii).faults == Faults{});
    CHECK(write(column, line, LayoutEncoding::ascii).cell.text == "ab??x");
}

TEST_CASE("texts are cut on whole characters, numbers never") {
    auto line = sample_line();
    line.source = "東京 cloud";
    auto column = layout_column("{source}", 1);
    column.cut = true;
    CHECK(write(column, line).cell.text == "東");
    for (const auto* value : {"{charges}", "No {charges}", "{amount}", "{fund}{charges}"}) {
        auto number = layout_column(value, 4);
        number.cut = true;
        const bool is_cut = std::string_view(value).starts_with("{fund}");
        INFO(value);
        CHECK(write(number, line).faults.empty() == is_cut);
    }
}

TEST_CASE("line ends and control characters become blanks") {
    auto line = sample_line();
    line.source = "a\r\nb\tc\x01"
                  "d\x7f"
                  "e\u0085f\u2028g\u2029h";
    line.source += '\0';
    CHECK(write(layout_column("{source}"), line).cell.text == "a  b c d e f g h ");
}

TEST_CASE("what only lines have is a fault of the program elsewhere") {
    const Journal journal;
    const JournalLayout layout;
    LayoutFields fields(journal, layout);
    fields.enter_file();
    for (const auto* name : {"amount", "debit", "side", "party", "fund_org", "charges"}) {
        INFO(name);
        CHECK_THROWS_AS(fields.find(name), std::logic_error);
    }
}
