#include "convert/openai/credit_usage.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "focus_billing/model/decimal.hpp"

namespace focus_billing {
namespace {

CreditPool pool(std::int64_t credits, const std::string& amount) {
    CreditPool result;
    result.credits = whole_number(credits);
    result.amount = parse_decimal(amount).value;
    return result;
}

}  // namespace

TEST_CASE("credits come from the first pool that has some left") {
    const std::vector pools = {pool(300, "12"), pool(1000, "45")};
    CreditPools left(pools);
    CHECK(left.take(whole_number(290), {}).cost.text() == "11.6");
    CHECK(left.take(whole_number(20), {}).cost.text() == "0.85");
    const auto last = left.take(whole_number(1000), {});
    CHECK(last.cost.text() == "44.55");
    CHECK(last.missing.text() == "10");
}

TEST_CASE("a pool holds from its first day until its last, less what was used before") {
    auto early = pool(100, "1");
    early.until = Instant{1000, 0};
    auto late = pool(100, "2");
    late.from = Instant{1000, 0};
    late.used = whole_number(50);
    const std::vector pools = {early, late};
    CreditPools left(pools);
    CHECK(left.take(whole_number(1), {999, 0}).cost.text() == "0.01");
    CHECK(left.take(whole_number(1), {1000, 0}).cost.text() == "0.02");
    CHECK(left.take(whole_number(60), {1000, 0}).missing.text() == "11");
}

TEST_CASE("pools that are used up cost what they cost, however they were used", "[property]") {
    CHECK(rc::check([] {
        const auto cents = *rc::gen::inRange<std::int64_t>(1, 1'000'000);
        const auto parts = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::int64_t>>(
            rc::gen::inRange<std::int64_t>(0, 1'000'000)));
        Decimal all = whole_number(1);
        for (const auto part : parts)
            all = sum(all, Decimal::of(part, 3));
        CreditPool first;
        first.credits = quotient(all, whole_number(3), 2);
        first.amount = Decimal::of(cents, 2);
        CreditPool second;
        second.credits = difference(all, first.credits);
        second.amount = Decimal::of(cents + 7, 2);
        RC_PRE(!first.credits.is_zero());
        const std::vector pools = {first, second};
        CreditPools left(pools);
        Decimal cost = left.take(whole_number(1), {}).cost;
        for (const auto part : parts) {
            const auto taken = left.take(Decimal::of(part, 3), {});
            RC_ASSERT(taken.missing.is_zero());
            cost = sum(cost, taken.cost);
        }
        RC_ASSERT(cost == sum(first.amount, second.amount));
    }));
}

}  // namespace focus_billing
