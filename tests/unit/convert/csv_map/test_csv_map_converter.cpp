#include "convert/csv_map/csv_map_converter.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "convert/csv_map/csv_map_examples.hpp"

namespace focus_billing {

TEST_CASE("rows that are skipped need nothing but their mark") {
    auto map = small_map();
    map.columns[0].second = made(CsvOperation::quotient, {cell("Cost"), cell("Parts")});
    auto lookup = cell("Kind");
    lookup.operation = CsvOperation::lookup;
    lookup.table = {{"a", "A"}};
    map.columns.emplace_back("ServiceName", lookup);
    map.skips = {{.column = "Kind", .equals = {"total", "subtotal"}, .reason = "totals"},
                 {.column = "Kind", .equals = {""}, .reason = "no kind"}};
    const auto converted = convert(map, "Cost,Parts,Day,Kind\n"
                                        "1,1,2025-01-01,a\n"
                                        "5,0,,total\n"
                                        "5,1,,subtotal\n"
                                        "Cost,Parts,Day,\n"
                                        "5,1,2025-02-01,unknown\n");
    CHECK(told(converted) == Lines{});
    CHECK(converted.billed().text() == "1");
    CHECK(converted.part("totals") == "5");
    CHECK(converted.part("no kind") == "0");
    CHECK(converted.part("other months") == "5");
    CHECK(converted.balanced());
}

TEST_CASE("all that is wrong with a row is told") {
    auto map = small_map();
    map.columns.emplace_back("ListCost", cell("List"));
    map.columns.emplace_back("BillingCurrency", cell("Currency"));
    const auto converted =
        convert(map, "Cost,Day,List,Currency\n"
                     "x,y,1,usd\n"
                     ",2025-01-01,1,USD\n"
                     "1,2025-01-01,z,USD\n"
                     "1,2025-01-01\n"
                     "99999999999999999999999999999999999999999,2025-01-01,1,USD\n");
    CHECK(told(converted) ==
          Lines{"2 FB602 Cost is no number | x", "2 FB602 BillingCurrency is no currency | usd",
                "2 FB602 Day is no date | y", "3 FB602 the row has no BilledCost",
                "4 FB602 List is no number | z", "5 FB601 the row has 2 fields, the header 4",
                "6 FB602 Cost is no number | 99999999999999999999999999999999999999999"});
    CHECK(converted.rows.empty());
}

TEST_CASE("a product of too many digits is told with its line") {
    auto map = small_map();
    map.columns[0].second = made(CsvOperation::product, {cell("Cost"), cell("Cost")});
    CHECK(told(convert(map, "Cost,Day\n99999999999999999999,2025-01-01\n")) ==
          Lines{"2 FB606 a number needs more than 38 digits"});
}

TEST_CASE("a payer is found by name, e-mail or path, and completes the tags of the map") {
    auto map = small_map();
    map.payer = cell("Group");
    map.payer_kind = "group";
    map.tags = {{"pi_email", cell("Mail")}, {"empty", cell("Mail")}};
    const auto tags = [&](const std::string& group, const std::string& mail) {
        const auto converted =
            convert(map, "Cost,Day,Group,Mail\n1,2025-01-01," + group + "," + mail + "\n");
        std::string text;
        for (const auto& [key, value] : converted.rows.at(0).tags)
            text += key + "=" + value + " ";
        return text + (converted.unmapped.empty() ? "" : "to map");
    };
    CHECK(tags("bio", "") == "pi_email=ada@example.edu ");
    CHECK(tags("bio", "kai") == "pi_email=kai empty=kai ");
    CHECK(tags("Bio", "") == "to map");
    CHECK(tags("zoo", "kai") == "pi_email=kai empty=kai ");
    map.payer_match = CsvPayerMatch::email;
    CHECK(tags("KAI@example.edu", "") == "pi_email=kai ");
    map.payer_match = CsvPayerMatch::path;
    CHECK(tags("/lab/deep", "") == "pi_email=lab ");
    CHECK(tags("/laboratory", "") == "to map");
}

TEST_CASE("any delimiter, quotes, commas, title lines, a BOM and CRLF are read") {
    auto map = small_map();
    map.columns[0].second = cell("Cost, net");
    map.columns.emplace_back("ResourceId", cell("Name"));
    map.delimiter = ';';
    map.skip_lines = 2;
    const auto converted = convert(map, "\xEF\xBB\xBFTitle\r\nof \"\xFF;\r\n"
                                        "Cost, net;Day;\"Name\"\r\n"
                                        "1;2025-01-01;\"a;b, \"\"c\"\"\nd\"\r\n"
                                        "\r\n"
                                        "2;2025-01-01;a, b\r\n");
    CHECK(told(converted) == Lines{});
    REQUIRE(converted.rows.size() == 2);
    CHECK(converted.rows[0][FocusText::resource_id] == "a;b, \"c\"\nd");
    CHECK(converted.rows[1][FocusText::resource_id] == "a, b");
    CHECK(converted.rows[0].extras == Lines{"4"});
    CHECK(converted.rows[1].extras == Lines{"7"});
    CHECK(told(convert(map, "\n\nCost, net;Day;Name\n1;2025-01-01;a \"b\"\n")).at(0).substr(0, 7) ==
          "4 FB105");
    map.delimiter = '\t';
    CHECK(convert(map, "\n\nCost, net\tDay\tName\n1\t2025-01-01\ta\n").rows.size() == 1);
}

TEST_CASE("a column that is missing is told with what the file has") {
    const auto helps = [](const std::string& text) {
        Lines lines;
        for (const auto& finding : convert(small_map(), text).findings)
            lines.push_back(finding.message + " | " + finding.help);
        return lines;
    };
    CHECK(
        helps("Cots,Date,Room\n") ==
        Lines{"the map names the column 'Cost', which the file has not | did you mean 'Cots'?",
              "the map names the column 'Day', which the file has not | the file has: Cots, Date, "
              "Room"});
    CHECK(helps("Amount;Date\n").at(0) ==
          "the map names the column 'Cost', which the file has not | the header is one column: see "
          "delimiter and skip_lines under input");
    CHECK(helps("") == Lines{"the file has no column names | see with skip_lines that the line of "
                             "column names is read"});
}

TEST_CASE("an empty cell leaves what the section has, and a quantity has a unit") {
    using enum FocusText;
    auto map = small_map();
    map.columns.emplace_back("ServiceName", cell("Service"));
    map.columns.emplace_back("ConsumedQuantity", cell("Hours"));
    const auto row = convert(map, "Cost,Day,Service,Hours\n1,2025-01-01,,2\n").rows.at(0);
    CHECK(row[service_name] == "Service");
    CHECK(row[sku_id] == "Service");
    CHECK(row[sku_price_id] == "Service");
    CHECK(row[consumed_unit] == "Units");
    CHECK(row[pricing_unit] == "Units");
    CHECK(row.pricing_quantity == row.consumed_quantity);
    CHECK(row.list_cost == row.billed_cost);
    CHECK(row.effective_cost == row.billed_cost);
    CHECK(row.contracted_cost == row.billed_cost);
}

TEST_CASE("what is billed is what another sum of the table is", "[property]") {
    CHECK(rc::check([] {
        auto map = small_map();
        map.delimiter = *rc::gen::element(',', ';', '\t', '|');
        map.columns[0].second =
            made(CsvOperation::product, {cell("Hours"), cell("Price"), fixed("0.5")});
        map.skips = {{.column = "State", .equals = {"void"}, .reason = "void"}};
        const std::string d(1, map.delimiter);
        std::string text = "Hours" + d + "Price" + d + "Day" + d + "State\n";
        std::int64_t sums[3] = {};  // billed, other months, void: in twentieths of hundredths
        std::size_t charges = 0;
        const auto count = *rc::gen::inRange(0, 50);
        for (int i = 0; i < count; ++i) {
            const auto hours = *rc::gen::inRange<std::int64_t>(-1000, 1000);
            const auto cents = *rc::gen::inRange<std::int64_t>(0, 100'000);
            const auto where = *rc::gen::inRange<std::size_t>(0, 3);
            sums[where] += hours * cents;
            charges += where == 0 ? 1 : 0;
            text += std::to_string(hours) + d + Decimal::of(cents, 2).text() + d +
                    (where == 1 ? "2025-02-01" : "2025-01-31") + d +
                    (where == 2 ? "void" : "\"o" + d + "k\"") + "\n";
        }
        const auto converted = convert(map, text);
        RC_ASSERT(converted.findings.empty());
        RC_ASSERT(converted.rows.size() == charges);
        RC_ASSERT(converted.balanced());
        RC_ASSERT(converted.billed().text() == Decimal::of(sums[0] * 5, 3).text());
        if (count == 0)
            return;
        const auto& total = converted.totals.totals().at(0);
        RC_ASSERT(total.in.amount.text() ==
                  Decimal::of((sums[0] + sums[1] + sums[2]) * 5, 3).text());
        RC_ASSERT(total.in.records == static_cast<std::uint64_t>(count));
    }));
}

}  // namespace focus_billing
