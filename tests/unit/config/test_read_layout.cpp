#include "focus_billing/config/read_layout.hpp"

#include <catch2/catch.hpp>

#include "focus_billing/config/builtin_layouts.hpp"
#include "found.hpp"

using namespace focus_billing;

namespace {

LoadedLayout load(const std::string& yaml, const std::map<std::string, std::string>& values = {}) {
    return read_layout(yaml, "layouts/ours.yaml", {"orgn"}, values);
}

Lines found(const std::string& yaml) {
    return described(load(yaml).diagnostics);
}

// One column in the record `line` of a fixed layout.
Lines found_in_column(const std::string& column) {
    return found("form: fixed\nrecords:\n  line:\n    - {" + column + "}\n");
}

JournalLayout builtin(const std::string& name) {
    for (const auto& layout : builtin_layouts()) {
        if (layout.name != name)
            continue;
        auto loaded = read_layout(layout.text, name + ".yaml", {}, {});
        CHECK(described(loaded.diagnostics) == Lines{});
        return std::move(loaded.layout);
    }
    FAIL("no layout " << name);
    return {};
}

std::size_t width_of(const std::vector<LayoutColumn>& columns) {
    return columns.back().start + columns.back().width - 1;
}

std::size_t start_of(const std::vector<LayoutColumn>& columns, const std::string& name) {
    for (const auto& column : columns) {
        if (column.name == name)
            return column.start;
    }
    return 0;
}

}  // namespace

TEST_CASE("every layout of the program is in order", "[config]") {
    for (const auto& layout : builtin_layouts()) {
        const auto read = builtin(std::string(layout.name));
        CHECK(read.name == layout.name);
        CHECK_FALSE(read.description.empty());
        CHECK(read.sha256.size() == 64);
    }
}

TEST_CASE("layouts have the positions of their finance systems", "[config]") {
    const auto kfs = builtin("kfs").record(RecordKind::line);
    CHECK(width_of(kfs) == 187);
    CHECK(start_of(kfs, "OBJECT") == 19);
    CHECK(start_of(kfs, "AMOUNT") == 97);
    CHECK(start_of(kfs, "ORG_REFERENCE_ID") == 149);
    const auto peoplesoft = builtin("peoplesoft");
    CHECK(start_of(peoplesoft.record(RecordKind::header), "JOURNAL_DATE") == 17);
    CHECK(start_of(peoplesoft.record(RecordKind::header), "LEDGER") == 47);
    CHECK(start_of(peoplesoft.record(RecordKind::line), "FOREIGN_AMOUNT") == 193);
    CHECK(start_of(peoplesoft.record(RecordKind::line), "JRNL_LN_REF") == 239);
    const auto banner = builtin("banner");
    CHECK(width_of(banner.record(RecordKind::header)) == width_of(banner.record(RecordKind::line)));
    CHECK(banner.most_lines == 9990);
    const auto oracle = builtin("oracle-fbdi").record(RecordKind::line);
    REQUIRE(oracle.size() == 95);
    CHECK(oracle[38].name == "Entered Debit");
    CHECK(oracle[51].name == "REFERENCE10 Line Description");
    CHECK(oracle[94].name == "Period Name");
    const auto gl = builtin("gl").record(RecordKind::line);
    REQUIRE(gl.size() == 10);
    CHECK(gl[8].width == 35);
    CHECK(gl[9].name == "Reference ID");
}

TEST_CASE("every key of a layout is read", "[config]") {
    const auto layout = load(R"(description: Ours
form: delimited
delimiter: tab
quote: always
names: true
line_end: crlf
encoding: ascii
currencies: several
most_lines: 300
lines: summary
zipped_as: x.txt
values: {chart: U, empty: }
records:
  file_header: [{value: "{record_count}"}]
  line:
    - {name: a, value: "x{chart}{orgn}", width: 9, align: right, pad: '0', cut: true, case: lower}
    - {name: b, value: "{amount}", decimals: 3, point: false, sign: trailing}
    - {name: c, value: "{side}", side: {debit: '+', credit: '-'}}
    - {name: d, value: "{created}", date: hhmm}
)",
                             {{"chart", "Z"}, {"other", "y"}})
                            .layout;
    CHECK(layout.name == "ours");
    CHECK(layout.delimiter == '\t');
    CHECK(layout.quote == Quoting::always);
    CHECK(layout.names);
    CHECK(layout.line_end == LineEnd::crlf);
    CHECK(layout.encoding == LayoutEncoding::ascii);
    CHECK(layout.several_currencies);
    CHECK(layout.most_lines == 300);
    CHECK(layout.lines == LineDetail::summary);
    CHECK(layout.zipped_as == "x.txt");
    CHECK(layout.values == std::map<std::string, std::string>{{"chart", "Z"}, {"empty", ""}});
    const auto& line = layout.record(RecordKind::line);
    CHECK(line[0].align == Align::right);
    CHECK(line[0].pad == '0');
    CHECK(line[0].letters == LetterCase::lower);
    CHECK(line[1].decimals == 3);
    CHECK_FALSE(line[1].point);
    CHECK(line[1].sign == SignForm::trailing);
    CHECK(line[2].debit == "+");
    CHECK(line[3].date_format == "hhmm");
    CHECK(line[3].place.line == 19);
}

TEST_CASE("columns of fixed positions follow each other, or begin where they say", "[config]") {
    const auto line =
        load("form: fixed\nrecords: {line: [{width: 3}, {width: 2}, {start: 9, width: 1}]}\n")
            .layout.record(RecordKind::line);
    CHECK(line[1].start == 4);
    CHECK(line[2].start == 9);
}

TEST_CASE("FB820 and FB821: values that nothing fills, or that are malformed", "[config]") {
    CHECK(found_in_column("width: 9, value: '{acount}'") ==
          Lines{"4:25 FB820 records.line[0].value | records.line[0].value has an unknown "
                "placeholder | acount | did you mean {amount}? a constant of the site is declared "
                "under 'values', a part of the fund_org in journal.fund_org_regex"});
    CHECK(found("form: fixed\nrecords:\n  header: [{width: 1, value: '{line}'}]\n  line: [{width: "
                "1}]\n") ==
          Lines{"3:30 FB820 records.header[0].value | records.header[0].value has a placeholder "
                "that only a line has | line | use it in the record 'line'"});
    CHECK(found_in_column("width: 9, value: '{side}{line}'") ==
          Lines{"4:25 FB821 records.line[0].value | records.line[0].value has more than one "
                "placeholder beside a date, an amount or a side | {side}{line} | give it a column "
                "of its own"});
    CHECK(found_in_column("width: 9, value: '{'").size() == 1);
}

TEST_CASE("FB822 and FB823: columns without a place, and constants without room", "[config]") {
    CHECK(found_in_column("value: x") == Lines{"4:7 FB822 records.line[0] | records.line[0] has no "
                                               "width |  | add a line such as: width: 8"});
    CHECK(found("form: fixed\nrecords: {line: [{width: 3}, {start: 3, width: 1}]}\n") ==
          Lines{"2:30 FB822 records.line[1] | records.line[1] begins at 3, and the column before it "
                "ends at 3 |  | mend start or width of one of the two"});
    CHECK(found_in_column("width: 2, value: Zür") ==
          Lines{"4:7 FB823 records.line[0] | records.line[0] is a constant of 3 characters in a "
                "column of 2 | Zür | shorten it, or widen the column"});
}

TEST_CASE("FB824: options that mean nothing", "[config]") {
    CHECK(found_in_column("width: 9, value: '{fund_org}', point: true") ==
          Lines{"4:46 FB824 records.line[0].point | records.line[0].point means nothing here: it is "
                "for a column of an amount |  | remove the option"});
    CHECK(found_in_column("width: 9, value: '{amount}', cut: true").size() == 1);
    CHECK(found_in_column("width: 9, value: '{amount}', date: YYYY").size() == 1);
    CHECK(found_in_column("width: 9, side: {debit: D}").size() == 1);
    CHECK(found("records: {line: [{start: 1, value: x}]}\n").size() == 1);
    CHECK(found("records: {line: [{cut: true, value: '{source}'}]}\n").size() == 1);
}

TEST_CASE("FB825 and FB826: what lacks, and what cannot be", "[config]") {
    CHECK(found("description: x\n") ==
          Lines{"1:1 FB825  | the layout has no record 'line' |  | add it under 'records', with a "
                "column for each field of a line"});
    CHECK(found("") == found("description: x\n"));
    CHECK(found("form: ledger\nrecords: {line: [{name: payer, value: a}]}\n") ==
          Lines{"1:1 FB825  | a ledger has the columns 'payer' and 'source' in 'line', and no "
                "others |  | their values are the names of accounts: expenses:{fund_org}:{account}"});
    const std::string line = "records: {line: [{value: x}]}\n";
    CHECK(found("delimiter: '||'\n" + line) ==
          Lines{"1:12 FB826 delimiter | delimiter is not one character | || | write one character "
                "of ASCII, such as ',' or '|', or the word tab"});
    CHECK(found("zipped_as: ../x\n" + line).size() == 1);
    CHECK(found("most_lines: 1\n" + line).size() == 1);
    CHECK(found("names: true\n" + line).size() == 1);
    CHECK(found("form: pdf\n" + line).size() == 1);
    CHECK(found("- a\n").size() == 1);
    CHECK(found("a: [\n").size() == 1);
}
