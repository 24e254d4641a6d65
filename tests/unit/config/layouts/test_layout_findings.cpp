#include <catch2/catch.hpp>

#include "config/config_findings.hpp"
#include "focus_billing/config/layouts/read_layout.hpp"

using namespace focus_billing;

namespace {

Lines found(const std::string& yaml) {
    return described(read_layout(yaml, "layouts/ours.yaml", {"orgn"}, {}).diagnostics);
}

// One column of the record `line`, which begins at 4:7.
Lines found_in_fixed(const std::string& column) {
    return found("form: fixed\nrecords:\n  line:\n    - {width: 9, " + column + "}\n");
}

Lines found_in_delimited(const std::string& column) {
    return found("names: false\nrecords:\n  line:\n    - {" + column + "}\n");
}

Lines found_in_ledger(const std::string& payer) {
    return found("form: ledger\nrecords:\n  line:\n    - {name: payer, " + payer +
                 "}\n    - {name: source, value: s}\n");
}

const std::string line = "records: {line: [{value: x}]}\n";
const std::string values_help =
    "a constant of the site is declared under 'values', a part of the fund_org in "
    "journal.fund_org_regex";

std::string meaningless(const std::string& place, const std::string& key, const std::string& why) {
    return place + " FB824 " + key + " | " + key + " means nothing here: " + why +
           " |  | remove the option";
}

std::string meaningless_option(int column, const std::string& key, const std::string& why) {
    return meaningless("4:" + std::to_string(column), "records.line[0]." + key, why);
}

}  // namespace

TEST_CASE("FB006: unknown keys of a layout", "[config]") {
    CHECK(found("delimitr: ';'\n" + line) ==
          Lines{"1:1 FB006 delimitr | unknown key 'delimitr' | delimitr | did you mean "
                "'delimiter'?"});
    CHECK(found("header: []\n" + line) ==
          Lines{"1:1 FB006 header | unknown key 'header' | header | 'header' belongs under "
                "records"});
    CHECK(found("width: 3\n" + line) ==
          Lines{"1:1 FB006 width | unknown key 'width' | width | 'width' belongs in an entry of "
                "records"});
    CHECK(found_in_fixed("quote: always") ==
          Lines{"4:18 FB006 records.line[0].quote | unknown key 'quote' | quote | 'quote' belongs "
                "at the top level, without indentation"});
    CHECK(found_in_fixed("debit: D") ==
          Lines{"4:18 FB006 records.line[0].debit | unknown key 'debit' | debit | 'debit' belongs "
                "under records[].side"});
}

TEST_CASE("FB006: a layout is told nothing of the keys of the configuration", "[config]") {
    CHECK(found("path: x\n" + line) ==
          Lines{"1:1 FB006 path | unknown key 'path' | path | keys here: description, form, "
                "delimiter, quote, names, line_end, encoding, currencies, most_lines, lines, "
                "zipped_as, values, records"});
    CHECK(findings("width: 3\n") ==
          Lines{"1:1 FB006 width | unknown key 'width' | width | keys here: currency, database, "
                "output, imports, tag_mapping, attribution, review, statements, journal, convert, "
                "logging"});
}

TEST_CASE("FB007, FB008, FB010, FB011: values that are none", "[config]") {
    CHECK(found_in_fixed("width: 8") ==
          Lines{"4:18 FB007 records.line[0].width | key 'width' is given twice, first on line 4 | "
                "width | keep one of the two"});
    CHECK(found("most_lines: 1\n" + line) ==
          Lines{"1:13 FB008 most_lines | most_lines is no whole number from 2 to 10000000 | 1 | "
                "write digits alone, such as 30"});
    CHECK(found("records:\n  line:\n    - {value: x}\n    -\n") ==
          Lines{"4:5 FB010 records.line[1] | records.line[1] is empty |  | write a column, such as "
                "{name: Fund Org, value: '{fund_org}'}, or remove the line"});
    CHECK(
        found("form: pdf\n" + line) ==
        Lines{"1:7 FB011 form | 'pdf' is no value of form | pdf | write one of: delimited, fixed, "
              "ledger"});
}

TEST_CASE("FB820: placeholders that nothing fills", "[config]") {
    CHECK(found_in_fixed("value: '{acount}'") ==
          Lines{"4:25 FB820 records.line[0].value | records.line[0].value has an unknown "
                "placeholder | acount | did you mean {amount}? " +
                values_help});
    CHECK(found_in_fixed("value: '{tag:owner}'") ==
          Lines{"4:25 FB820 records.line[0].value | records.line[0].value has an unknown "
                "placeholder | owner | " +
                values_help});
}

TEST_CASE("FB820: what only a line has, in another record", "[config]") {
    for (const std::string name : {"line", "orgn"}) {
        CHECK(
            found("records:\n  header: [{value: '{" + name + "}'}]\n  line: [{value: x}]\n") ==
            Lines{"2:20 FB820 records.header[0].value | records.header[0].value has a placeholder "
                  "that only a line has | " +
                  name + " | use it in the record 'line'"});
    }
    CHECK(
        found("values: {orgn: x}\nrecords: {header: [{value: '{orgn}'}], line: [{value: x}]}\n") ==
        Lines{});
}

TEST_CASE("FB821: values that are malformed", "[config]") {
    const std::string place = "4:25 FB821 records.line[0].value | records.line[0].value has ";
    const std::string help = " | write {name} for a placeholder; {{ is a brace";
    CHECK(found_in_fixed("value: '{'") == Lines{place + "a '{' that is never closed | {" + help});
    CHECK(found_in_fixed("value: '{}'") ==
          Lines{place + "a placeholder without a name | {}" + help});
    CHECK(found_in_fixed("value: '{side}{line}'") ==
          Lines{place + "more than one placeholder beside a date, an amount or a side | "
                        "{side}{line} | give it a column of its own"});
    CHECK(found_in_fixed("value: '${amount}'") == Lines{});
}

TEST_CASE("a value with a finding has no second one for its options", "[config]") {
    CHECK(found_in_fixed("value: '{amont}', decimals: 2, sign: trailing").size() == 1);
    CHECK(found_in_fixed("value: '{daet}', date: YYYYMMDDhhmmss").size() == 1);
    CHECK(found_in_fixed("value: '{sid}', side: {debit: +}").size() == 1);
    CHECK(found_in_fixed("value: 'much too long {'").size() == 1);
    CHECK(found_in_delimited("value: [x], decimals: 2").size() == 1);
}

TEST_CASE("FB822: columns without a place", "[config]") {
    CHECK(found("form: fixed\nrecords:\n  line:\n    - {value: x}\n") ==
          Lines{"4:7 FB822 records.line[0] | records.line[0] has no width |  | add a line such as: "
                "width: 8"});
    CHECK(
        found("form: fixed\nrecords: {line: [{width: 3}, {start: 3, width: 1}]}\n") ==
        Lines{"2:30 FB822 records.line[1] | records.line[1] begins at 3, and the column before it "
              "ends at 3 |  | mend start or width of one of the two"});
}

TEST_CASE("FB823: constants without room", "[config]") {
    CHECK(found("form: fixed\nrecords:\n  line:\n    - {width: 2, value: Zür}\n") ==
          Lines{"4:7 FB823 records.line[0] | records.line[0] is a constant of 3 characters in a "
                "column of 2 | Zür | shorten it, or widen the column"});
    CHECK(found_in_delimited("width: 3, value: Zür") == Lines{});
}

TEST_CASE("FB824: options that mean nothing for the value", "[config]") {
    const std::string amount = "it is for a column of an amount";
    CHECK(found_in_fixed("point: true") == Lines{meaningless_option(25, "point", amount)});
    CHECK(found_in_fixed("decimals: 2") == Lines{meaningless_option(28, "decimals", amount)});
    CHECK(found_in_fixed("sign: minus") == Lines{meaningless_option(24, "sign", amount)});
    CHECK(found_in_fixed("date: YYYY") ==
          Lines{meaningless_option(24, "date", "it is for a column of {date} or {created}")});
    CHECK(found_in_fixed("side: {debit: D}") ==
          Lines{meaningless_option(24, "side", "it is for a column of {side}")});
    CHECK(found_in_fixed("cut: true, value: '{amount}'") ==
          Lines{meaningless_option(23, "cut", "only texts are cut; amounts and dates never are")});
}

TEST_CASE("FB824: options that mean nothing in a delimited column", "[config]") {
    CHECK(found_in_delimited("start: 1") ==
          Lines{meaningless_option(15, "start", "only fixed positions have a start")});
    CHECK(found_in_delimited("cut: true") ==
          Lines{meaningless_option(13, "cut", "a column without width is never too short")});
    CHECK(found_in_delimited("pad: '0'") ==
          Lines{meaningless_option(13, "pad", "a column without width is never filled up")});
    CHECK(found_in_delimited("width: 4, align: right") ==
          Lines{meaningless_option(25, "align",
                                   "without pad a delimited column is never filled up")});
    CHECK(found_in_delimited("width: 4, align: right, pad: '0'") == Lines{});
}

TEST_CASE("FB824: keys that the form of a layout does not have", "[config]") {
    CHECK(found("form: fixed\ndelimiter: ;\nquote: always\nrecords: {line: [{width: 1}]}\n") ==
          Lines{meaningless("2:12", "delimiter", "it is not for the form fixed"),
                meaningless("3:8", "quote", "it is not for the form fixed")});
    CHECK(found("form: ledger\nline_end: lf\nencoding: ascii\nzipped_as: x\nrecords:\n"
                "  header: [{value: x}]\n"
                "  line: [{name: payer, value: p}, {name: source, value: s}]\n") ==
          Lines{meaningless("2:11", "line_end", "it is not for the form ledger"),
                meaningless("3:11", "encoding", "it is not for the form ledger"),
                meaningless("4:12", "zipped_as", "it is not for the form ledger"),
                meaningless("6:11", "records.header", "a ledger has no record but 'line'")});
}

TEST_CASE("FB821, FB824, FB825: accounts of a ledger", "[config]") {
    const std::string place = "4:28 FB821 records.line[0].value | records.line[0].value ";
    CHECK(found_in_ledger("value: 'a:{amount}'") ==
          Lines{place + "is the name of an account, and has an amount or a side | a:{amount} | "
                        "write a name such as expenses:{fund_org}:{account}"});
    for (const std::string name :
         {"a;b", "a|{source}", "a  b", "(a:{source})", "{source} ", "=a"}) {
        CHECK(
            found_in_ledger("value: '" + name + "'") ==
            Lines{place + "has what no name of an account can have | " + name +
                  " | leave out ; | and \", two blanks in a row, blanks at the ends, and brackets "
                  "and signs at the beginning"});
    }
    CHECK(found_in_ledger("value: 'research costs:{fund_org}-{account} (x)'") == Lines{});
    CHECK(
        found_in_ledger("value: p, width: 3, cut: true") ==
        Lines{
            meaningless_option(38, "width", "an account of a ledger has a name and a value alone"),
            meaningless_option(46, "cut", "an account of a ledger has a name and a value alone")});
    for (const std::string column : {"value: ''", "value: '' "}) {
        CHECK(found_in_ledger(column) ==
              Lines{"4:7 FB825 records.line[0] | records.line[0] has no value |  | write the name "
                    "of an account: value: 'expenses:{fund_org}:{account}'"});
    }
}

TEST_CASE("FB825: a layout without lines", "[config]") {
    const std::string rest = " | the layout has no record 'line' |  | add it under 'records', with "
                             "a column for each field of a line";
    CHECK(found("description: x\n") == Lines{"1:1 FB825 " + rest});
    CHECK(found("") == Lines{"1:1 FB825 " + rest});
    CHECK(found("records: {}\n") == Lines{"1:10 FB825 records" + rest});
    CHECK(found("records:\n  line: []\n") == Lines{"2:9 FB825 records.line" + rest});
    CHECK(found("records:\n  line: x\n") ==
          Lines{"2:9 FB008 records.line | records.line must be a list, not a text | x | write each "
                "entry on a line of its own, after '- '"});
}

TEST_CASE("FB825: names that are not there, or not wanted", "[config]") {
    CHECK(
        found("names: true\nrecords:\n  line: [{name: a}, {value: x}]\n") ==
        Lines{"3:21 FB825 records.line[1] | records.line[1] has no name for the row of names |  | "
              "add a line such as: name: Fund Org"});
    CHECK(found("form: fixed\nnames: true\nrecords:\n  line: [{width: 1}]\n") ==
          Lines{"2:8 FB825 names | names: only delimited layouts have a row of names |  | remove "
                "the key"});
}

TEST_CASE("FB825: a ledger without its two accounts", "[config]") {
    CHECK(found("form: ledger\nrecords:\n  line: [{name: payer, value: a}]\n") ==
          Lines{"3:9 FB825 records.line | a ledger has the columns 'payer' and 'source' in 'line', "
                "and no others |  | their values are the names of accounts: "
                "expenses:{fund_org}:{account}"});
}

TEST_CASE("FB826: characters, names and forms that cannot be", "[config]") {
    CHECK(found("delimiter: '||'\n" + line) ==
          Lines{"1:12 FB826 delimiter | delimiter is not one character | || | write one character "
                "of ASCII, such as ',' or '|', or the word tab"});
    for (const std::string name : {"../x", "a/b", "a\\b", ".x"}) {
        CHECK(found("zipped_as: '" + name + "'\n" + line) ==
              Lines{"1:12 FB826 zipped_as | zipped_as is no name of a file | " + name +
                    " | write the name alone, such as GlInterface.csv"});
    }
    for (const std::string name : {"Chart", "account", "a-b", "''"}) {
        const auto shown = name == "''" ? std::string() : name;
        CHECK(found("values: {" + name + ": x}\n" + line) ==
              Lines{"1:10 FB826 values." + shown + " | a value cannot have this name | " + shown +
                    " | use small letters, digits and _, and no name of a placeholder"});
    }
    CHECK(found_in_fixed("pad: ab") ==
          Lines{"4:23 FB826 records.line[0].pad | records.line[0].pad is not one character | ab | "
                "write one character of ASCII in quotes: '0'"});
}

TEST_CASE("FB826: digits that would be behind a number", "[config]") {
    CHECK(found_in_fixed("pad: '0', value: '{amount}'") ==
          Lines{"4:23 FB826 records.line[0].pad | records.line[0].pad would put digits behind a "
                "number | 0 | add a line such as: align: right"});
    CHECK(found_in_fixed("pad: '0', value: '{line}', align: left").size() == 1);
    CHECK(found_in_fixed("pad: '0', value: '{fund_org}'") == Lines{});
    CHECK(found_in_fixed("pad: '*', value: '{amount}'") == Lines{});
    CHECK(found_in_fixed("pad: '0', value: '{amount}', align: right") == Lines{});
}

TEST_CASE("FB826: forms of dates that are none", "[config]") {
    for (const std::string form : {"YYYY/M", "DDhh", "YYYYMMDDmm", "--"}) {
        CHECK(
            found_in_fixed("value: '{date}', date: '" + form + "'") ==
            Lines{"4:41 FB826 records.line[0].date | records.line[0].date is no form of a date | " +
                  form +
                  " | write it with YYYY, YY, MM, MON, DD, and of a time hh, mm, ss: MM/DD/YYYY"});
    }
    CHECK(found_in_fixed("value: '{created}', date: YYYYMMDDhhmmss") == Lines{});
}
