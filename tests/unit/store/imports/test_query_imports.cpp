#include "focus_billing/store/imports/query_imports.hpp"

#include <catch2/catch.hpp>

#include "focus_billing/model/error.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/query_database.hpp"
#include "support/finding_text.hpp"

using namespace focus_billing;

namespace {

std::string numbers(const QueryDatabase& file, const ImportFilter& filter) {
    auto database = file.open();
    std::string text;
    for (const auto& import : query_imports(Transaction(database), filter))
        text += std::to_string(import.number) + " ";
    return text;
}

std::string refusal(const QueryDatabase& file, std::int64_t number) {
    auto database = file.open();
    try {
        static_cast<void>(query_import(Transaction(database), number));
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::state);
        CHECK(error.diagnostic().place.file == file.path());
        return finding_text(error.diagnostic());
    }
    return "no error";
}

}  // namespace

TEST_CASE("imports are found by source and period, in their order") {
    const QueryDatabase file;
    file.fill(three_imports);
    CHECK(numbers(file, {}) == "1 2 3 ");
    CHECK(numbers(file, {.source = "aws", .period = {}}) == "1 3 ");
    CHECK(numbers(file, {.source = "", .period = BillingPeriod(2025, 1)}) == "1 2 ");
    CHECK(numbers(file, {.source = "AWS", .period = BillingPeriod(2025, 2)}) == "3 ");
    CHECK(numbers(file, {.source = "Azure", .period = {}}).empty());
}

TEST_CASE("an import is told with its totals, by currency and period") {
    const QueryDatabase file;
    file.fill(three_imports);
    auto database = file.open();
    const auto [import, flags] = query_import(Transaction(database), 2);
    CHECK(import.file_name == "hpc_202501.csv");
    CHECK(import.file_size == 200);
    CHECK(import.actor == "Bo of finance");
    CHECK(import.first_charge == 4);
    REQUIRE(import.billed.size() == 2);
    CHECK(import.billed[0].currency + " " + import.billed[0].amount == "EUR 7");
    CHECK(import.billed[1].currency + " " + import.billed[1].amount == "USD 0.1");
    REQUIRE(import.totals.size() == 2);
    CHECK(import.totals[0].period == BillingPeriod(2025, 1));
    CHECK_FALSE(import.totals[0].list.has_value());
    CHECK(flags == FlagCounts{});
}

TEST_CASE("held charges of an import are counted by flag") {
    const QueryDatabase file;
    file.fill(three_imports);
    auto database = file.open();
    CHECK(query_import(Transaction(database), 1).flags == FlagCounts{1, 0, 0, 0, 1, 0, 0});
    CHECK(query_import(Transaction(database), 3).flags == FlagCounts{1, 0, 0, 0, 0, 0, 0});
}

TEST_CASE("an import that is not there is refused with those that are") {
    const QueryDatabase file;
    file.fill("");
    CHECK(refusal(file, 7) == "0 error FB508 | there is no import 7; no file was ingested yet |  | "
                              "list them: focus-billing imports list");
    file.fill(three_imports);
    CHECK(refusal(file, 7) ==
          "0 error FB508 | there is no import 7; known are the imports 1 to 3 |  | "
          "list them: focus-billing imports list");
    CHECK(refusal(file, 0).find("there is no import 0; known") != std::string::npos);
}
