#include <catch2/catch.hpp>

#include "config/config_findings.hpp"

using namespace focus_billing;

namespace {

OpenAiPricing terms_of(const std::string& pools) {
    const auto loaded = load_config("convert:\n  openai:\n    pools: " + pools, "/site/site.yaml",
                                    small_environment);
    CHECK(described(loaded.diagnostics).empty());
    return std::get<OpenAiPricing>(loaded.config.conversions.at(0).terms);
}

}  // namespace

TEST_CASE("pools of credits have days and what was used of them before") {
    const auto terms = terms_of("[{credits: 300.5, amount: 10.00}, {name: PO-2, credits: 100, "
                                "amount: 0, from: 2025-01-01, until: 2025-01-31, used: 0}]\n");
    REQUIRE(terms.pools.size() == 2);
    CreditPool first;
    first.name = "pool 1";
    first.credits = Decimal::of(3005, 1);
    first.amount = Decimal::of(10, 0);
    CHECK(terms.pools[0] == first);
    CreditPool second;
    second.name = "PO-2";
    second.credits = Decimal::of(100, 0);
    second.from = Instant{1735689600, 0};
    second.until = Instant{1738368000, 0};  // the end of the last day
    second.used = Decimal{};
    CHECK(terms.pools[1] == second);
}

TEST_CASE("mistakes of pools are told with their place") {
    CHECK(findings(
              "convert:\n  openai: {pools: [{credits: 0.00, amount: -1}, {amount: 5, "
              "credits: 10, used: 10.5, from: 2025-02-01, until: 2025-01-31}, {credit: 5}]}\n") ==
          Lines{"2:30 FB008 convert.openai.pools[0].credits | a pool must have credits | 0 | write "
                "how many were bought",
                "2:44 FB008 convert.openai.pools[0].amount | convert.openai.pools[0].amount is no "
                "number of 0 or more | -1 | write digits and a point, such as 0.0125",
                "2:80 FB008 convert.openai.pools[1].used | more credits are used than the pool has "
                "| 10.5 | used counts the credits before the first day of the input",
                "2:111 FB008 convert.openai.pools[1].until | until is before from | 2025-01-31 | "
                "until is the last day of the pool",
                "2:124 FB009 convert.openai.pools[2].credits | a pool has no credits |  | add a "
                "line such as: credits: 100000",
                "2:124 FB009 convert.openai.pools[2].amount | a pool has no amount |  | add a line "
                "such as: amount: 4000.00",
                "2:125 FB006 convert.openai.pools[2].credit | unknown key 'credit' | credit | did "
                "you mean 'credits'?"});
}
