#include "focus_billing/config/convert/read_csv_map.hpp"

#include <catch2/catch.hpp>

#include "config/config_findings.hpp"

namespace focus_billing {
namespace {

const std::string needed = "columns: {BilledCost: Cost, ChargePeriodStart: Day}\n";

CsvMap map_of(const std::string& text) {
    const auto loaded = read_csv_map(text, "map.yaml");
    CHECK(described(loaded.diagnostics) == Lines{});
    return loaded.map;
}

Lines map_findings(const std::string& text) {
    return described(read_csv_map(text, "map.yaml").diagnostics);
}

Lines column_findings(const std::string& column) {
    return map_findings("columns:\n  BilledCost: Cost\n  ChargePeriodStart: Day\n  " + column +
                        "\n");
}

}  // namespace

TEST_CASE("two columns are enough for a map") {
    const auto map = map_of(needed);
    CHECK(map.delimiter == ',');
    CHECK(map.decimal_point == '.');
    CHECK(map.thousands == '\0');
    CHECK(map.time_zone == "UTC");
    CHECK(map.find("BilledCost")->operation == CsvOperation::column);
    CHECK(map.find("BilledCost")->text == "Cost");
    CHECK(map.find("ListCost") == nullptr);
}

TEST_CASE("all keys of a map are read") {
    const auto map =
        map_of("input: {delimiter: tab, decimal: ',', thousands: blank, skip_lines: 3, time_zone: "
               "Europe/Berlin}\n"
               "columns:\n"
               "  BilledCost: {difference: [{product: [Hours, 0.5]}, Credit]}\n"
               "  BillingPeriodStart: {date: Month, form: YYYYMM}\n"
               "tags:\n  lab: {lower: {text: '{Group}-{Room}'}}\n"
               "payer: {column: Mail, kind: user, match: email}\n"
               "skip_when:\n  - {column: State, equals: [void, ''], reason: cancelled}\n"
               "  - {column: Group}\n");
    CHECK(map.delimiter == '\t');
    CHECK(map.decimal_point == ',');
    CHECK(map.thousands == ' ');
    CHECK(map.skip_lines == 3);
    CHECK(map.time_zone == "Europe/Berlin");
    const auto& cost = *map.find("BilledCost");
    CHECK(cost.operation == CsvOperation::difference);
    CHECK(cost.operands.at(0).operands.at(1).operation == CsvOperation::constant);
    CHECK(cost.operands.at(1).operation == CsvOperation::column);
    CHECK(map.tags.at(0).second.operands.at(0).operation == CsvOperation::text);
    CHECK(map.payer_kind == "user");
    CHECK(map.payer_match == CsvPayerMatch::email);
    CHECK(map.skips.at(0) ==
          CsvSkip{.column = "State", .equals = {"void", ""}, .reason = "cancelled"});
    CHECK(map.skips.at(1) ==
          CsvSkip{.column = "Group", .equals = {""}, .reason = "Group is empty"});
}

TEST_CASE("the times of a month are an expression") {
    const auto map = map_of("columns: {BilledCost: Cost, ChargePeriodStart: {period: start}, "
                            "ChargePeriodEnd: {period: end}}\n");
    CHECK(map.find("ChargePeriodStart")->operation == CsvOperation::period);
    CHECK_FALSE(map.find("ChargePeriodStart")->is_end);
    CHECK(map.find("ChargePeriodEnd")->is_end);
}

TEST_CASE("a map without a cost or a time is refused, and so is an empty one") {
    const Lines missing = {
        "1:1 FB009 columns.BilledCost | the map has no BilledCost |  | add it under columns: "
        "BilledCost: Cost, where Cost is a column",
        "1:1 FB009 columns.ChargePeriodStart | the map has no ChargePeriodStart |  | add it under "
        "columns: ChargePeriodStart: {date: Day}, or {period: start} where all rows are of the "
        "month"};
    CHECK(map_findings("") == missing);
    CHECK(map_findings("columns:\n") == missing);
    CHECK(map_findings("columns: {BilledCost: Cost, BillingPeriodStart: Month, ChargePeriodEnd: "
                       "Last}\n") ==
          Lines{"1:1 FB009 columns.ChargePeriodStart | the map has a ChargePeriodEnd and no "
                "ChargePeriodStart |  | add ChargePeriodStart, or leave both out: a charge is then "
                "for the whole month"});
    CHECK(map_findings("- a\n") ==
          Lines{"1:1 FB008  | the configuration must be a group of keys, not a list |  | write "
                "'key: value' lines; keys: input, columns, tags, payer, skip_when"});
}

TEST_CASE("words that a map does not know are told with the nearest one") {
    CHECK(map_findings("column: {}\n" + needed) ==
          Lines{"1:1 FB006 column | unknown key 'column' | column | did you mean 'columns'?"});
    CHECK(map_findings("input: {delimeter: ';'}\n" + needed) ==
          Lines{"1:9 FB006 input.delimeter | unknown key 'delimeter' | delimeter | did you mean "
                "'delimiter'?"});
    CHECK(
        column_findings("ServiceNam: a") ==
        Lines{"4:3 FB006 columns.ServiceNam | 'ServiceNam' is no column of FOCUS that can be made "
              "| ServiceNam | did you mean 'ServiceName'?"});
    CHECK(column_findings("Tags: a") ==
          Lines{"4:3 FB006 columns.Tags | 'Tags' is no column of FOCUS that can be made | Tags | "
                "docs/integrations/csv.md lists the columns"});
    CHECK(column_findings("SkuId: {colum: a}") ==
          Lines{"4:10 FB008 columns.SkuId | the expression says nothing to do |  | write one of: "
                "column, constant, text, sum, difference, product, quotient, date, lookup, lower, "
                "upper, period",
                "4:11 FB006 columns.SkuId.colum | unknown key 'colum' | colum | did you mean "
                "'column'?"});
}

TEST_CASE("what an input cannot be is told") {
    CHECK(map_findings("input: {time_zone: Europe/Berlni}\n" + needed) ==
          Lines{"1:20 FB011 input.time_zone | there is no time zone 'Europe/Berlni' | "
                "Europe/Berlni | write a name of the IANA database, such as America/New_York or "
                "UTC"});
    CHECK(map_findings("input: {thousands: '.'}\n" + needed) ==
          Lines{"1:20 FB008 input.thousands | thousands and decimals have the same separator | . | "
                "set decimal to the other one"});
    CHECK(map_findings("input: {skip_lines: -1}\n" + needed).size() == 1);
}

TEST_CASE("an expression of another kind than its column is told") {
    CHECK(column_findings("ListCost: {constant: free}") ==
          Lines{"4:24 FB008 columns.ListCost.constant | columns.ListCost.constant is no number | "
                "free | in a map numbers have a point, whatever the file has: 0.5"});
    CHECK(column_findings("ListCost: {lower: Cost}") ==
          Lines{"4:13 FB008 columns.ListCost | columns.ListCost must be a number, and lower makes "
                "none |  | write a column, or {product: [Hours, Price]}"});
    CHECK(column_findings("ListCost: {product: [Hours, {date: Day}]}") ==
          Lines{"4:31 FB008 columns.ListCost.product[1] | columns.ListCost.product[1] must be a "
                "number, and date makes none |  | write a column, or {product: [Hours, Price]}"});
    CHECK(column_findings("ListCost: {lookup: Kind, table: {a: '1,5'}, default: x}") ==
          Lines{"4:39 FB008 columns.ListCost.table.a | columns.ListCost.table.a is no number | 1,5 "
                "| in a map numbers have a point, whatever the file has: 0.5",
                "4:56 FB008 columns.ListCost.default | columns.ListCost.default is no number | x | "
                "in a map numbers have a point, whatever the file has: 0.5"});
    CHECK(column_findings("ChargePeriodEnd: {sum: [Day, 1]}") ==
          Lines{"4:20 FB008 columns.ChargePeriodEnd | columns.ChargePeriodEnd must be a date, and "
                "sum makes none |  | write {date: Day, form: M/D/YYYY}"});
    CHECK(column_findings("ChargePeriodEnd: {constant: 2025-02-30}") ==
          Lines{"4:31 FB008 columns.ChargePeriodEnd.constant | columns.ChargePeriodEnd.constant is "
                "no date | 2025-02-30 | write it as YYYY-MM-DD: 2025-01-31"});
}

TEST_CASE("an expression that is not whole is told") {
    CHECK(
        column_findings("SkuId:") ==
        Lines{"4:3 FB010 columns.SkuId | columns.SkuId has no value |  | write a value, or remove "
              "the line if it is not needed"});
    CHECK(column_findings("SkuId: {column: a, constant: b}") ==
          Lines{"4:10 FB008 columns.SkuId | the expression says 2 things: column, constant |  | "
                "write one of: column, constant, text, sum, difference, product, quotient, date, "
                "lookup, lower, upper, period"});
    CHECK(column_findings("SkuId: {lookup: Kind}") ==
          Lines{"4:10 FB009 columns.SkuId.table | a lookup has no table |  | add a group: table: "
                "{a: Compute}"});
    CHECK(column_findings("SkuId: {text: '{Kind'}") ==
          Lines{"4:17 FB008 columns.SkuId.text | a brace of the text is without its other half | "
                "{Kind | write the name of a column in braces, {Name}, and {{ for a brace"});
    CHECK(
        column_findings("ListCost: {quotient: [1, 2, 3]}") ==
        Lines{"4:24 FB008 columns.ListCost.quotient | columns.ListCost.quotient needs two operands "
              "|  | write a list: [Hours, 0.5]"});
    CHECK(column_findings("ListCost: {sum: []}") ==
          Lines{"4:19 FB008 columns.ListCost.sum | columns.ListCost.sum needs two operands or more "
                "|  | write a list: [Hours, 0.5]"});
    CHECK(column_findings("ChargePeriodEnd: {period: middle}") ==
          Lines{"4:29 FB011 columns.ChargePeriodEnd.period | 'middle' is no value of "
                "columns.ChargePeriodEnd.period | middle | write one of: start, end"});
}

TEST_CASE("what would be ignored is told") {
    CHECK(column_findings("SkuId: {column: a, form: YYYY}") ==
          Lines{"4:28 FB008 columns.SkuId.form | form has no use without date |  | write {date: "
                "Column, form: ...}, or leave it out"});
    CHECK(column_findings("SkuId: {constant: a, default: b}") ==
          Lines{"4:33 FB008 columns.SkuId.default | default has no use without lookup |  | write "
                "{lookup: Column, default: ...}, or leave it out"});
    CHECK(map_findings(needed + "payer: {kind: user}\n") ==
          Lines{"2:8 FB009 payer.column | the payer has no column |  | add a line: column: Group"});
}

TEST_CASE("forms of dates are checked with the map") {
    CHECK(column_findings("ChargePeriodEnd: {date: Last, form: yyyy-mm-dd}") ==
          Lines{"4:39 FB008 columns.ChargePeriodEnd.form | the form of a date cannot be: 'y' is no "
                "part of a date | yyyy-mm-dd | write YYYY MM DD hh mm ss and what stands between "
                "them, such as DD.MM.YYYY; or unix, unix_ms"});
}

TEST_CASE("conditions say of what, and are called by names of their own") {
    CHECK(
        map_findings(needed + "skip_when: [{equals: a}]\n") ==
        Lines{"2:13 FB009 skip_when[0].column | a condition has no column |  | add a line: column: "
              "Status"});
    CHECK(map_findings(needed + "skip_when: [{column: a, equals: []}]\n") ==
          Lines{"2:33 FB010 skip_when[0].equals | skip_when[0].equals has no entries |  | write "
                "texts, [void, test], or leave equals out for empty cells"});
    CHECK(
        map_findings(needed + "skip_when: [{column: a, reason: billed}]\n") ==
        Lines{
            "2:33 FB008 skip_when[0].reason | 'billed' is the name of another part of the control "
            "total | billed | write another reason, such as: cancelled"});
}

TEST_CASE("expressions nest, but not without end") {
    std::string deep = "Cost";
    for (int i = 0; i < 22; ++i)
        deep = "{sum: [" + deep + ", 1]}";
    const auto found = column_findings("ListCost: " + deep);
    REQUIRE(found.size() == 1);
    CHECK(found.front().find("FB005") != std::string::npos);
    CHECK(found.front().find("nested more than 20 deep") != std::string::npos);
}

}  // namespace focus_billing
