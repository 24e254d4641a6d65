#include "convert/csv_map/csv_map_row.hpp"

#include <catch2/catch.hpp>

#include "convert/csv_map/csv_map_examples.hpp"

namespace focus_billing {
namespace {

// The billed cost that an expression makes of one row.
std::string billed(const CsvExpression& expression, const std::string& header,
                   const std::string& row) {
    auto map = small_map();
    map.columns[0].second = expression;
    const auto converted = convert(map, header + ",Day\n" + row + ",2025-01-05\n");
    return converted.rows.empty() ? told(converted).at(0) : converted.rows[0].billed_cost.text();
}

// A text that an expression makes of one row.
std::string resource(const CsvExpression& expression, const std::string& header,
                     const std::string& row) {
    auto map = small_map();
    map.columns.emplace_back("ResourceId", expression);
    const auto converted = convert(map, header + ",Cost,Day\n" + row + ",1,2025-01-05\n");
    return converted.rows.empty() ? told(converted).at(0)
                                  : converted.rows[0][FocusText::resource_id];
}

}  // namespace

TEST_CASE("the examples of the map's guide") {
    CHECK(billed(made(Operation::sum, {cell("A"), cell("B"), fixed("1.5")}), "A,B", "2,3") ==
          "6.5");
    CHECK(billed(made(Operation::difference, {cell("A"), cell("B")}), "A,B", "2,3") == "-1");
    CHECK(billed(made(Operation::product, {cell("A"), fixed("0.8")}), "A", "18000") == "14400");
    CHECK(billed(made(Operation::quotient, {cell("A"), cell("B")}), "A,B", "1,3") ==
          "0.333333333333");
    CHECK(billed(made(Operation::quotient,
                      {made(Operation::product, {cell("Seconds"), cell("Price")}), fixed("3600")}),
                 "Seconds,Price", "5400,0.8") == "1.2");
    CHECK(resource(cell("Name"), "Name", " lamp ") == "lamp");
    CHECK(resource(fixed("USD"), "Name", "lamp") == "USD");
    CHECK(resource(text_of("{Name} in {Room}"), "Name,Room", "lamp,7") == "lamp in 7");
    CHECK(resource(text_of("{{{Name}}}"), "Name", "lamp") == "{lamp}");
    auto small = cell("Name");
    small.operation = Operation::lower;
    CHECK(resource(small, "Name", "Lamp") == "lamp");
    CHECK(resource(made(Operation::upper, {text_of("{Name}-{Room}")}), "Name,Room", "lamp,a") ==
          "LAMP-A");
    auto table = made(Operation::lookup, {small});
    table.table = {{"lamp", "Light"}};
    CHECK(resource(table, "Name", "LAMP") == "Light");
    CHECK(resource(table, "Name", "desk") == "2 FB602 the table for Name has no such entry | desk");
    table.otherwise = "Other";
    CHECK(resource(table, "Name", "desk") == "Other");
}

TEST_CASE("numbers of the map have a point, whatever the file has") {
    auto map = small_map();
    map.delimiter = ';';
    map.decimal_point = ',';
    map.thousands = '.';
    auto price = cell("Kind");
    price.operation = CsvOperation::lookup;
    price.table = {{"a", "0.5"}};
    map.columns[0].second = made(CsvOperation::product, {cell("Hours"), price});
    CHECK(convert(map, "Hours;Kind;Day\n1.000,5;a;2025-01-05\n").billed().text() == "500.25");
    CHECK(told(convert(map, "Hours;Kind;Day\n1.5;a;2025-01-05\n")) ==
          Lines{"2 FB602 Hours is no number | 1.5"});
}

TEST_CASE("a charge is for its day, unless something else is said") {
    auto map = small_map();
    auto& start = map.columns[1].second;
    const auto row = [&](const std::string& text) {
        const auto converted = convert(map, "Cost,Day,Last\n1," + text + "\n");
        return converted.rows.empty() ? told(converted).at(0) : times(converted.rows[0]);
    };
    CHECK(row("2025-01-31,") == "2025-01-31T00:00:00Z 2025-02-01T00:00:00Z");
    CHECK(row("2025-01-31T14:30,") == "2025-01-31T14:30:00Z 2025-02-01T00:00:00Z");
    start = date("Day", "YYYYMM");
    CHECK(row("202501,") == "2025-01-01T00:00:00Z 2025-02-01T00:00:00Z");
    start = made(CsvOperation::period, {});
    CHECK(row("x,") == "2025-01-01T00:00:00Z 2025-02-01T00:00:00Z");
    start = cell("Day");
    map.columns.emplace_back("ChargePeriodEnd", date("Last", "", true));
    CHECK(row("2025-01-05,2025-01-07") == "2025-01-05T00:00:00Z 2025-01-08T00:00:00Z");
    CHECK(row("2025-01-05,2025-01-07T23:59:59") == "2025-01-05T00:00:00Z 2025-01-08T00:00:00Z");
    map.columns[2].second = cell("Last");
    CHECK(row("2025-01-05,2025-01-07") == "2025-01-05T00:00:00Z 2025-01-07T00:00:00Z");
    CHECK(row("2025-01-05,2025-01-05") ==
          "2 FB602 ChargePeriodEnd is not behind ChargePeriodStart | 2025-01-05T00:00:00Z");
}

TEST_CASE("the month of a row is that of its invoice, if the map says so") {
    auto map = small_map();
    map.columns.emplace_back("BillingPeriodStart", date("Month", "YYYYMM"));
    const auto converted =
        convert(map, "Cost,Day,Month\n1,2024-12-30,202501\n2,2025-01-01,202502\n");
    CHECK(times(converted.rows[0]) == "2024-12-30T00:00:00Z 2024-12-31T00:00:00Z");
    CHECK(converted.part("other months") == "2");
    map.columns.erase(map.columns.begin() + 1);
    CHECK(times(convert(map, "Cost,Month\n1,202501\n").rows.at(0)) ==
          "2025-01-01T00:00:00Z 2025-02-01T00:00:00Z");
}

TEST_CASE("days and months are those of the time zone") {
    auto map = small_map();
    map.time_zone = "Europe/Berlin";
    const auto converted = convert(map, "Cost,Day\n"
                                        "1,2025-01-01\n"
                                        "2,2024-12-31T23:30:00Z\n"
                                        "4,2025-01-31T23:30:00Z\n"
                                        "8,2024-12-31\n");
    REQUIRE(converted.rows.size() == 2);
    CHECK(times(converted.rows[0]) == "2024-12-31T23:00:00Z 2025-01-01T23:00:00Z");
    CHECK(times(converted.rows[1]) == "2024-12-31T23:30:00Z 2025-01-01T23:00:00Z");
    CHECK(converted.part("other months") == "12");
    map.columns[1].second = made(CsvOperation::period, {});
    CHECK(times(convert(map, "Cost\n1\n").rows.at(0)) ==
          "2024-12-31T23:00:00Z 2025-01-31T23:00:00Z");
}

}  // namespace focus_billing
