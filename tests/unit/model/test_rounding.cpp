#include "focus_billing/model/rounding.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>

namespace focus_billing {
namespace {

DecimalSum sum(const std::string& text) {
    return DecimalSum::parse(text).value();
}

std::string round_text(const std::string& text, int decimals) {
    return rounded(sum(text), decimals).text();
}

std::vector<std::string> fit(const std::vector<std::string>& parts, const std::string& total,
                             int decimals) {
    std::vector<DecimalSum> sums;
    for (const auto& part : parts)
        sums.push_back(sum(part));
    std::vector<std::string> texts;
    for (const auto& amount : allocated(sums, sum(total), decimals))
        texts.push_back(amount.text());
    return texts;
}

rc::Gen<Decimal> any_amount() {
    return rc::gen::map(
        rc::gen::pair(rc::gen::inRange<std::int64_t>(-100'000, 100'000), rc::gen::inRange(0, 6)),
        [](const auto& parts) { return Decimal::of(parts.first, parts.second); });
}

}  // namespace

TEST_CASE("amounts are rounded half away from zero, to the minor unit") {
    CHECK(round_text("0.335", 2) == "0.34");
    CHECK(round_text("-0.335", 2) == "-0.34");
    CHECK(round_text("0.334999999999999999999999999999", 2) == "0.33");
    CHECK(round_text("2.5", 0) == "3");
    CHECK(round_text("-2.5", 0) == "-3");
    CHECK(round_text("-0.004", 2) == "0");
    CHECK(round_text("999.995", 2) == "1000");
    CHECK(round_text("0.0005", 3) == "0.001");
    CHECK(round_text("12", 2) == "12");
}

TEST_CASE("the parts of an amount are fitted to it, those that lost the most first") {
    CHECK(fit({"0.335", "0.335", "0.335"}, "1.01", 2) ==
          std::vector<std::string>{"0.34", "0.34", "0.33"});
    CHECK(fit({"-0.335", "-0.335", "-0.335"}, "-1.01", 2) ==
          std::vector<std::string>{"-0.34", "-0.34", "-0.33"});
    CHECK(fit({"1.001", "1.009", "1.005"}, "3.02", 2) ==
          std::vector<std::string>{"1", "1.01", "1.01"});
    CHECK(fit({"10", "-3.999", "-0.5"}, "6", 0) == std::vector<std::string>{"10", "-4", "0"});
    CHECK(fit({"0.004", "0.004"}, "0.01", 2) == std::vector<std::string>{"0.01", "0"});
    CHECK(fit({}, "0", 2).empty());
}

TEST_CASE("fitted parts add up, and none is a unit or more away from what it was") {
    CHECK(rc::check([] {
        const int decimals = *rc::gen::inRange(0, 4);
        std::vector<DecimalSum> parts;
        DecimalSum total;
        for (const auto& amount : *rc::gen::container<std::vector<Decimal>>(any_amount())) {
            parts.emplace_back().add(amount);
            total.add(amount);
        }
        DecimalSum one_unit;
        one_unit.add(Decimal::of(1, decimals));
        const auto whole = rounded(total, decimals);
        DecimalSum added;
        const auto amounts = allocated(parts, whole, decimals);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            added.add(amounts[i]);
            RC_ASSERT(rounded(amounts[i], decimals).text() == amounts[i].text());
            RC_ASSERT(amounts[i].difference(parts[i]).magnitude().difference(one_unit).sign() <= 0);
        }
        RC_ASSERT(added.text() == (parts.empty() ? "0" : whole.text()));
        RC_ASSERT(whole.difference(total).times(2).magnitude().difference(one_unit).sign() <= 0);
    }));
}

}  // namespace focus_billing
