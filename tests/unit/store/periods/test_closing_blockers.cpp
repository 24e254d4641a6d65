#include "store/periods/closing_blockers.hpp"

#include <catch2/catch.hpp>

#include "support/finding_text.hpp"

using namespace focus_billing;

namespace {

constexpr BillingPeriod january(2025, 1);
using Texts = std::vector<std::string>;

Texts judged(const ClosingFacts& facts, const ClosingConfirmation& confirmation = {}) {
    return finding_texts(closing_blockers(january, facts, confirmation, "a.db"));
}

ClosingFacts held_facts() {
    ClosingFacts facts;
    facts.contents.totals = {{.currency = "EUR",
                              .charges = 2,
                              .billed = "7",
                              .held = 1,
                              .held_cost = "7",
                              .held_credits = 0,
                              .held_credit_cost = "0"},
                             {.currency = "USD",
                              .charges = 9,
                              .billed = "100",
                              .held = 3,
                              .held_cost = "1.25",
                              .held_credits = 1,
                              .held_credit_cost = "-2.5"}};
    return facts;
}

}  // namespace

TEST_CASE("a month with nothing in the way may be closed") {
    ClosingFacts facts;
    CHECK(judged(facts).empty());
    facts.present = {"AWS"};
    CHECK(judged(facts).empty());
    CHECK(judged(facts, {.without = {"HPC"}}).empty());
}

TEST_CASE("held charges are carried out only if their number is named, credits told apart") {
    const std::string held = "0 error FB530 | 4 charges of 2025-01 are held for review: 7 EUR in 1 "
                             "charge, 3.75 USD in 2 charges, -2.5 USD in 1 credit";
    const std::string help = " |  | see them with: focus-billing charges --period 2025-01 --held; "
                             "to carry them out of the month: --with-held 4";
    CHECK(judged(held_facts()) == Texts{held + help});
    CHECK(judged(held_facts(), {.held = 3}) == Texts{held + "; --with-held says 3" + help});
    CHECK(judged(held_facts(), {.held = 4}).empty());
    CHECK(judged({}, {.held = 4}) ==
          Texts{"0 error FB530 | no charge of 2025-01 is held for review; --with-held says 4 |  | "
                "leave out --with-held"});
}

TEST_CASE("one held credit is one") {
    ClosingFacts facts;
    facts.contents.totals = {{.currency = "USD",
                              .charges = 1,
                              .billed = "-1",
                              .held = 1,
                              .held_cost = "-1",
                              .held_credits = 1,
                              .held_credit_cost = "-1"}};
    CHECK(
        judged(facts) ==
        Texts{"0 error FB530 | 1 charge of 2025-01 is held for review: -1 USD in 1 credit |  | see "
              "them with: focus-billing charges --period 2025-01 --held; to carry them out of "
              "the month: --with-held 1"});
}

TEST_CASE("each source that fell silent is to be named, without case") {
    ClosingFacts facts;
    facts.missing = {{"Azure Local", 1}, {"HPC", 120}};
    facts.present = {"AWS"};
    const std::string azure = "0 error FB531 | Azure Local has 1 charge in 2024-12 and none in "
                              "2025-01 |  | ingest what is missing; to close the month without it: "
                              "--without 'Azure Local'";
    const std::string hpc =
        "0 error FB531 | HPC has 120 charges in 2024-12 and none in 2025-01 |  "
        "| ingest what is missing; to close the month without it: --without HPC";
    CHECK(judged(facts) == Texts{azure, hpc});
    CHECK(judged(facts, {.without = {"hpc"}}) == Texts{azure});
    CHECK(judged(facts, {.without = {"azure local", "HPC"}}).empty());
}

TEST_CASE("a source that has charges is not closed without") {
    ClosingFacts facts;
    facts.present = {"AWS", "HPC"};
    CHECK(judged(facts, {.without = {"aws"}}) ==
          Texts{"0 error FB531 | AWS has charges in 2025-01; --without says that it has none |  | "
                "leave out --without AWS"});
}

TEST_CASE("rejected rows are left out only if their number is named") {
    ClosingFacts facts;
    facts.unmended = {{.number = 2, .file_name = "aws.csv", .rows = 3},
                      {.number = 4, .file_name = "hpc.csv", .rows = 1}};
    const std::string rows =
        "0 error FB532 | 4 rows of the imports of 2025-01 were rejected and not "
        "mended: 3 of import 2 (aws.csv), 1 of import 4 (hpc.csv)";
    const std::string help = " |  | mend and ingest them: focus-billing ingest FILE --mends 2; to "
                             "close the month without them: --with-rejected 4";
    CHECK(judged(facts) == Texts{rows + help});
    CHECK(judged(facts, {.rejected = 5}) == Texts{rows + "; --with-rejected says 5" + help});
    CHECK(judged(facts, {.rejected = 4}).empty());
    CHECK(judged({}, {.rejected = 4}) ==
          Texts{"0 error FB532 | no rejected row of 2025-01 is left to be mended; --with-rejected "
                "says 4 |  | leave out --with-rejected"});
}

TEST_CASE("of many imports with rejected rows the first are named") {
    ClosingFacts facts;
    for (std::int64_t number = 1; number <= 7; ++number)
        facts.unmended.push_back({.number = number, .file_name = "a.csv", .rows = 1});
    CHECK(judged(facts).at(0).find("1 of import 5 (a.csv) and those of 2 other imports |") !=
          std::string::npos);
}

TEST_CASE("all reasons are told at once") {
    ClosingFacts facts = held_facts();
    facts.missing = {{"HPC", 120}};
    facts.unmended = {{.number = 2, .file_name = "aws.csv", .rows = 3}};
    CHECK(judged(facts).size() == 3);
    CHECK(judged(facts, {.held = 4, .without = {"HPC"}, .rejected = 3}).empty());
}
