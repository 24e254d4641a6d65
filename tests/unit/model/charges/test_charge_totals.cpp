#include "focus_billing/model/charges/charge_totals.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

namespace {

Decimal number(std::string_view text) {
    return parse_decimal(text).value;
}

Charge charge_of(std::string_view billed, std::string_view currency = "USD", int month = 1) {
    Charge charge;
    charge.billing_period = BillingPeriod(2025, month);
    charge.billed_cost = number(billed);
    charge.billing_currency = currency;
    return charge;
}

Charge with_costs(std::string_view billed, std::string_view list, std::string_view effective) {
    Charge charge = charge_of(billed);
    if (!list.empty())
        charge.list_cost = number(list);
    if (!effective.empty())
        charge.effective_cost = number(effective);
    return charge;
}

FlagSet flags_of(std::initializer_list<Flag> flags) {
    FlagSet set;
    for (const Flag flag : flags)
        set.add(flag);
    return set;
}

CurrencyTotals totals_of(const std::vector<Charge>& charges) {
    ChargeSummary summary;
    for (const auto& charge : charges)
        summary.add(charge, {});
    return summary.currencies().at("USD");
}

}  // namespace

TEST_CASE("P5: currencies are never added together", "[summary]") {
    ChargeSummary summary;
    summary.add(charge_of("10", "EUR"), {});
    summary.add(charge_of("10", "USD"), {});
    summary.add(charge_of("0.005", "EUR"), {});
    REQUIRE(summary.currencies().size() == 2);
    CHECK(summary.currencies().at("EUR").billed.text() == "10.005");
    CHECK(summary.currencies().at("USD").billed.text() == "10");
    CHECK(summary.rows() == 3);
}

TEST_CASE("rows and costs are summed by month and currency", "[summary]") {
    ChargeSummary summary;
    summary.add(charge_of("1", "USD", 1), {});
    summary.add(charge_of("2", "USD", 2), {});
    summary.add(charge_of("4", "EUR", 2), {});
    summary.add(charge_of("8", "USD", 1), {});
    REQUIRE(summary.periods().size() == 3);
    CHECK(summary.periods().at({BillingPeriod(2025, 1), "USD"}).billed.text() == "9");
    CHECK(summary.periods().at({BillingPeriod(2025, 1), "USD"}).rows == 2);
    CHECK(summary.periods().at({BillingPeriod(2025, 2), "USD"}).billed.text() == "2");
    CHECK(summary.periods().at({BillingPeriod(2025, 2), "EUR"}).billed.text() == "4");
}

TEST_CASE("P3: held charges stay in the totals", "[summary]") {
    ChargeSummary summary;
    Charge held = charge_of("2.50");
    held.line = 9;
    summary.add(charge_of("1"), {});
    summary.add(held, flags_of({Flag::missing_pi_email, Flag::invalid_tags}));
    const auto totals = summary.currencies().at("USD");
    CHECK(totals.billed.text() == "3.5");
    CHECK(totals.held.text() == "2.5");
    CHECK(totals.held_rows == 1);
    CHECK(summary.held_rows() == 1);
    CHECK(summary.flag(Flag::missing_pi_email).rows == 1);
    CHECK(summary.flag(Flag::invalid_tags).lines == std::vector<std::uint64_t>{9});
    CHECK(summary.flag(Flag::pattern_match).rows == 0);
}

TEST_CASE("the discount counts rows with a list cost only", "[summary]") {
    const auto totals = totals_of({with_costs("8", "10", ""), with_costs("5", "", "")});
    CHECK(totals.discount().text() == "2");
    CHECK(totals.rows_with_list == 1);
    CHECK(totals_of({with_costs("12", "10", "")}).discount().text() == "-2");
    CHECK(totals_of({with_costs("5", "", "")}).discount().text() == "0");
}

TEST_CASE("billed and effective cost differ much from 5 % on", "[summary]") {
    const auto differ = [](std::string_view billed, std::string_view effective) {
        return costs_differ_much(totals_of({with_costs(billed, "", effective)}));
    };
    CHECK_FALSE(differ("100", "95"));
    CHECK(differ("100", "94.999999"));
    CHECK_FALSE(differ("95", "100"));
    CHECK(differ("94.99", "100"));
    CHECK(differ("-100", "-90"));
    CHECK_FALSE(differ("-100", "-96"));
    CHECK(differ("1", "-1"));
    CHECK(differ("0", "0.01"));
    CHECK_FALSE(differ("0", "0"));
    CHECK_FALSE(costs_differ_much(totals_of({with_costs("100", "", "")})));
    CHECK_FALSE(costs_differ_much(totals_of({charge_of("100"), with_costs("1", "", "1")})));
}

TEST_CASE("parts of a file sum to the whole, however it is cut", "[summary]") {
    std::vector<Charge> charges;
    for (int i = 0; i < 12; ++i) {
        charges.push_back(charge_of(std::to_string(i) + ".335", i % 2 == 0 ? "USD" : "EUR"));
        charges.back().line = static_cast<std::uint64_t>(i) + 2;
    }
    const auto part = [&](std::size_t first, std::size_t last) {
        ChargeSummary summary;
        for (std::size_t i = first; i < last; ++i) {
            summary.add(charges[i], flags_of({Flag::missing_fund_org}));
        }
        return summary;
    };
    for (std::size_t cut = 0; cut <= charges.size(); ++cut) {
        auto summary = part(0, cut);
        summary.append(part(cut, charges.size()));
        CHECK(summary.rows() == 12);
        CHECK(summary.held_rows() == 12);
        CHECK(summary.currencies().at("USD").billed.text() == "32.01");
        CHECK(summary.currencies().at("EUR").held.text() == "38.01");
        CHECK(summary.flag(Flag::missing_fund_org).rows == 12);
        CHECK(summary.flag(Flag::missing_fund_org).lines ==
              std::vector<std::uint64_t>{2, 3, 4, 5, 6});
    }
}
