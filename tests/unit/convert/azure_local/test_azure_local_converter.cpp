#include "convert/azure_local/azure_local_converter.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>

#include "convert/converted.hpp"
#include "focus_billing/model/decimal.hpp"

namespace focus_billing {
namespace {

using Lines = std::vector<std::string>;

AnnualPrice annual(std::int64_t amount) {
    return {.prices = {{.price = whole_number(amount), .from = {}, .until = {}}}};
}

AzureLocalPricing usual_terms() {
    AzureLocalPricing terms;
    terms.tiers = {{"small", annual(600)}, {"large", annual(2400)}};
    terms.addons = {{"backup", annual(120)}, {"gpu", annual(1200)}};
    return terms;
}

Converted charge(const AzureLocalPricing& terms, const std::map<std::string, std::string>& files,
                 BillingPeriod period = {2025, 1}, const PayerMap& payers = {}) {
    ConversionBasics basics;
    basics.currency = "USD";
    basics.service = "Azure Local";
    basics.payers = payers;
    std::ranges::copy(attribute_names, basics.tag_keys.begin());
    return convert_texts(
        [&](const ConverterOutput& output) {
            return std::make_unique<AzureLocalConverter>(basics, terms, period, output);
        },
        files);
}

/// An inventory with a machine for each line `name;created;notes`, quotes for strings being '.
std::map<std::string, std::string> inventory(const Lines& lines) {
    std::string text = "name;created;notes\n";
    for (auto line : lines) {
        std::ranges::replace(line, '\'', '"');
        std::string csv;
        for (const char c : line)
            csv += c == '"' ? "\"\"" : std::string(1, c);
        const auto notes = csv.find(';', csv.find(';') + 1) + 1;
        csv.insert(notes, "\"");
        text += csv + "\"\n";
    }
    std::string commas;
    bool is_quoted = false;
    for (const char c : text) {
        is_quoted = is_quoted != (c == '"');
        commas += c == ';' && !is_quoted ? ',' : c;
    }
    return {{"vms.csv", commas}};
}

/// `name: list, billed, days` of each row.
Lines rows_of(const Converted& converted) {
    Lines lines;
    for (const auto& row : converted.rows)
        lines.push_back(row[FocusText::resource_name] + ": " + row.list_cost.text() + ", " +
                        row.billed_cost.text() + ", " + row.extras.at(2));
    return lines;
}

Lines told(const Converted& converted) {
    Lines lines;
    for (const auto& finding : converted.findings)
        lines.push_back("FB" + std::to_string(finding.code) + " " + finding.message +
                        (finding.value.empty() ? "" : " | " + finding.value));
    return lines;
}

}  // namespace

TEST_CASE("a machine costs a twelfth of its tier and additions, by days, less its subsidy") {
    auto terms = usual_terms();
    terms.subsidy = Decimal::of(1, 1);
    const auto converted = charge(
        terms,
        inventory(
            {"web;2025-01-15T09:00:00Z;{'tier':'small','addons':['backup']}",
             "db;2024-03-01;{'tier':'large','subsidy_percent':25,'deleted':'2025-01-10'}",
             "gis;;{'tier':'small','subsidy_percent':0}",
             "day;2025-01-31T23:00:00Z;{'tier':'large','addons':{'gpu':true,'backup':false}}",
             "gone;2025-01-05;{'tier':'small','deleted':'2025-01-05','addons':'gpu, backup'}"}));
    CHECK(told(converted).empty());
    CHECK(rows_of(converted) ==
          Lines{"web: 60, 29.612903225806, 17", "db: 200, 48.387096774194, 10", "gis: 50, 50, 31",
                "day: 300, 8.709677419355, 1", "gone: 160, 4.645161290323, 1"});
    const auto& row = converted.rows.front();
    CHECK(instant_text(row.charge_period.start) == "2025-01-15T00:00:00Z");
    CHECK(instant_text(row.charge_period.end) == "2025-02-01T00:00:00Z");
    CHECK(row.extras == Lines{"small", "backup", "17", "10", ""});
    CHECK(row[FocusText::sku_price_id] == "small+backup");
    CHECK(row.list_unit_price->text() == "60");
    CHECK(row.pricing_quantity->text() == "1");
    CHECK(row.consumed_quantity->text() == "0.548387096774");
    CHECK(converted.part("charged") == "5");
    CHECK(converted.balanced());
}

TEST_CASE("machines that are not charged are counted by their reasons") {
    auto terms = usual_terms();
    terms.exclude = {"test-*", "*-template"};
    const auto converted = charge(
        terms, inventory({"a;2024-01-01;{'tier':'small'}", "b;2025-02-01;no notes",
                          "c;2023-01-01;{'tier':'small','deleted':'2024-12-31T23:59:59Z'}",
                          "d;2024-01-01;{'tier':'nothing','active':false}",
                          "e;2024-01-01;{'active':'No'}", "test-1;never;", "win-template;never;",
                          "a;2024-01-01T00:00:00Z;{'tier':'small'}"}));
    CHECK(rows_of(converted) == Lines{"a: 50, 50, 31"});
    CHECK(told(converted) == Lines{"FB607 machine a: it was read before; it is charged once | a"});
    CHECK(converted.part("charged") == "1");
    CHECK(converted.part("made after the month") == "1");
    CHECK(converted.part("deleted before the month") == "1");
    CHECK(converted.part("not active") == "2");
    CHECK(converted.part("excluded") == "2");
    CHECK(converted.part("read before") == "1");
    CHECK(converted.balanced());
}

TEST_CASE("a machine that was made anew is another one") {
    const auto converted =
        charge(usual_terms(), inventory({"a;2024-01-01;{'tier':'small','deleted':'2025-01-10'}",
                                         "a;2025-01-20;{'tier':'small'}"}));
    CHECK(rows_of(converted) == Lines{"a: 50, 16.129032258065, 10", "a: 50, 19.354838709677, 12"});
    CHECK(told(converted) ==
          Lines{"FB642 machine a: another one has this name; both are charged | 2025-01-20"});
}

TEST_CASE("without a default a machine must name a tier that has a price") {
    const auto terms = usual_terms();
    const auto lines = Lines{"a;2024-01-01;Bob's server", "b;2024-01-01;{'tier':'smal'}",
                             "c;2024-01-01;{'tier':'small',}", "d;2024-01-01;"};
    CHECK(told(charge(terms, inventory(lines))) ==
          Lines{"FB631 machine a: its notes are no JSON object | Bob\"s server",
                "FB632 machine b: there is no tier or addition 'smal' | smal",
                "FB631 machine c: its notes are no JSON object | {\"tier\":\"small\",}",
                "FB631 machine d: its notes name no tier"});
    auto with_default = terms;
    with_default.default_tier = "large";
    const auto converted = charge(with_default, inventory(lines));
    CHECK(told(converted) ==
          Lines{"FB640 machine b: there is no tier 'smal'; it is charged as 'large' | smal",
                "FB640 machine c: its notes are no JSON object; it is charged as 'large' | "
                "{\"tier\":\"small\",}"});
    CHECK(converted.billed().text() == "800");
    CHECK(converted.balanced());
    const auto help = charge(terms, inventory({"a;;no"})).findings.front().help;
    CHECK(help == "write one of large, small into its notes, such as {\"tier\": \"large\"}, or set "
                  "default_tier");
}

TEST_CASE("times, subsidies and prices that are none are told with the machine") {
    auto terms = usual_terms();
    terms.tiers["dated"].prices = {
        {.price = whole_number(1200), .from = Instant{1736035200, 0}, .until = {}}};  // 2025-01-05
    const auto converted =
        charge(terms, inventory({"a;2025-01-20;{'tier':'small','deleted':'2025-01-10'}",
                                 "b;2024-01-01;{'tier':'small','deleted':'soon'}",
                                 "c;2024-01-01;{'tier':'small','subsidy_percent':120}",
                                 "d;2024-01-01;{'tier':'dated'}", "e;2025-01-22;{'tier':'dated'}",
                                 "f;2024-01-01;{'tier':'small','addons':'backup,raid'}"}));
    CHECK(told(converted) ==
          Lines{"FB641 machine a: it was deleted before it was made | 2025-01-20, 2025-01-10",
                "FB602 machine b: a time cannot be read | soon",
                "FB602 machine c: its subsidy is no number from 0 to 100 | 120",
                "FB605 machine d: 'dated' has no price on 2025-01-01 | dated",
                "FB632 machine f: there is no tier or addition 'raid' | raid"});
    CHECK(rows_of(converted) == Lines{"e: 100, 32.258064516129, 10"});
}

TEST_CASE("who pays is in the notes, also under other names, or in the payers by machine") {
    auto terms = usual_terms();
    terms.fields.tier = "billing.size";
    terms.fields.payers = {{"pi_email", "owner"}};
    PayerEntry entry;
    entry.name = "b";
    entry.tags = {{"pi_email", "kai@b.edu"}, {"fund_org", "F2"}};
    auto other = entry;
    other.name = "a";
    const auto converted =
        charge(terms,
               inventory({"a;;{'billing':{'size':'small'},'owner':' ada@b.edu ','project_id':'p'}",
                          "b;;{'billing':{'size':'small'}}", "c;;{'billing':{'size':'small'}}"}),
               {2025, 1}, PayerMap({entry, other}));
    REQUIRE(converted.rows.size() == 3);
    CHECK(converted.rows[0].tags == std::vector<FocusTag>{{"pi_email", "ada@b.edu"},
                                                          {"project_id", "p"},
                                                          {"fund_org", "F2"}});
    CHECK(converted.rows[1].tags == entry.tags);
    CHECK(converted.rows[2].tags.empty());
    REQUIRE(converted.unmapped.size() == 1);
    CHECK(converted.unmapped.begin()->first == std::pair<std::string, std::string>("machine", "c"));
}

TEST_CASE("a list that goes on is told") {
    CHECK(told(charge(usual_terms(), {{"vms.json", R"({"value":[],"nextLink":"https://n"})"}})) ==
          Lines{"FB622 the list of machines goes on in a page that is not there"});
}

TEST_CASE("machines in are machines charged and skipped, and a month's days cost no more than it",
          "[property]") {
    CHECK(rc::check([] {
        const auto month = *rc::gen::inRange(1, 13);
        Lines lines;
        const auto count = *rc::gen::inRange(1, 20);
        for (int i = 0; i < count; ++i) {
            const auto day = std::to_string(*rc::gen::inRange(1, 29));
            const auto made = std::to_string(*rc::gen::inRange(1, 13));
            const auto active = *rc::gen::arbitrary<bool>();
            lines.push_back("m" + std::to_string(i) + ";" + made + "/" + day +
                            "/2025;{'tier':'small','active':" + (active ? "true" : "false") + "}");
        }
        const auto converted = charge(usual_terms(), inventory(lines), {2025, month});
        RC_ASSERT(converted.findings.empty());
        RC_ASSERT(converted.balanced());
        for (const auto& row : converted.rows) {
            RC_ASSERT(row.list_cost == whole_number(50));
            RC_ASSERT(row.billed_cost <= row.list_cost);
            RC_ASSERT(row.billed_cost > Decimal{});
        }
    }));
}

}  // namespace focus_billing
