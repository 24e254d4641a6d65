#include "render/statements/statement_sentences.hpp"

#include <catch2/catch.hpp>

#include "render/statements/sample_statement.hpp"

using namespace focus_billing;

namespace {

const Money dollars = {2, "USD"};

std::string ending(std::int64_t days) {
    return warning_sentence({"end_date", "2025-03-31", days, 90});
}

std::string reconciled(std::int64_t days) {
    return warning_sentence({"reconciliation_end", "2025-03-31", days, 90});
}

std::string held(std::uint64_t count) {
    auto statement = sample_statement();
    statement.held_count = count;
    return held_sentence(statement, dollars);
}

}  // namespace

TEST_CASE("a warning tells of days to come, and gone by", "[view]") {
    CHECK(ending(57) == "The project ends on 31 March 2025, in 57 days.");
    CHECK(ending(1) == "The project ends on 31 March 2025, in 1 day.");
    CHECK(ending(0) == "The project ends today, 31 March 2025.");
    CHECK(ending(-1) == "The project ended on 31 March 2025, 1 day ago.");
    CHECK(ending(-12) == "The project ended on 31 March 2025, 12 days ago.");
    CHECK(reconciled(57) == "Charges can be reconciled until 31 March 2025, for 57 more days.");
    CHECK(reconciled(1) == "Charges can be reconciled until 31 March 2025, for 1 more day.");
    CHECK(reconciled(0) == "Charges can be reconciled until today, 31 March 2025.");
    CHECK(reconciled(-3) == "Charges could be reconciled until 31 March 2025, 3 days ago.");
}

TEST_CASE("what is held is counted", "[view]") {
    CHECK(held(0).empty());
    CHECK(held(1) == "1 charge of 12.34 USD is held for review, and is not on this statement.");
    CHECK(held(1234) ==
          "1,234 charges of 12.34 USD are held for review, and are not on this statement.");
}

TEST_CASE("rounding is told where there is any", "[view]") {
    auto statement = sample_statement();
    auto& postings = statement.sections[0].postings;
    postings[0].rounding = "-0.004";
    CHECK(rounding_sentence(statement, dollars) ==
          "Unrounded the charges come to 1,240.455 USD; rounding the 3 postings takes off "
          "0.004 USD.");
    statement.sections.pop_back();
    postings.pop_back();
    CHECK(rounding_sentence(statement, dollars) ==
          "Unrounded the charges come to 1,288.455 USD; rounding the posting takes off 0.004 USD.");
    postings[0].rounding = "0";
    CHECK(rounding_sentence(statement, dollars).empty());
}

TEST_CASE("a version tells what it changes", "[view]") {
    auto statement = sample_statement();
    const std::string begin =
        "This statement replaces version 1 of 3 February 2025, which came to 1,235.46 USD; ";
    CHECK(replaces_sentence(statement, dollars) == begin + "the amount due is 5.00 USD higher.");
    statement.previous->difference = "-5.5";
    CHECK(replaces_sentence(statement, dollars) == begin + "the amount due is 5.50 USD lower.");
    statement.previous->difference = "0";
    CHECK(replaces_sentence(statement, dollars) == begin + "the amount due is the same.");
    statement.previous.reset();
    CHECK(replaces_sentence(statement, dollars).empty());
}

TEST_CASE("list price and discount are told where there is a discount", "[view]") {
    Statement statement;
    statement.list = "200";
    statement.due = "200";
    statement.discount = "0";
    CHECK(due_note(statement, dollars).empty());
    statement.discount = "76.55";
    statement.discount_percent = "38.3";
    statement.due = "123.45";
    CHECK(due_note(statement, dollars) == "List price 200.00 USD, discount 76.55 USD (38.3 %).");
    statement.discount = "200";
    statement.discount_percent = "100";
    statement.due = "0";
    CHECK(due_note(statement, dollars) ==
          "List price 200.00 USD, discount 200.00 USD (100.0 %). Nothing is due.");
    statement.discount = "0.01";
    statement.discount_percent = "";
    statement.due = "199.99";
    CHECK(due_note(statement, dollars) == "List price 200.00 USD, discount 0.01 USD.");
}
