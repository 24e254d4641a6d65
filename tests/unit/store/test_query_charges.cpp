#include "focus_billing/store/query_charges.hpp"

#include <catch2/catch.hpp>

#include "query_database.hpp"

using namespace focus_billing;

namespace {

struct Answer {
    std::string ids;
    std::uint64_t all = 0;
};

Answer ask(const QueryDatabase& file, const ChargeFilter& filter) {
    Answer answer;
    auto database = file.open();
    answer.all = query_charges(database, filter, [&](const StoredCharge& charge) {
        answer.ids += (answer.ids.empty() ? "" : " ");
        answer.ids += charge.text(charge_column("x_ChargeId"));
        return true;
    });
    return answer;
}

std::string ids(const QueryDatabase& file, const ChargeFilter& filter) {
    return ask(file, filter).ids;
}

Decimal decimal(std::string_view text) {
    return parse_decimal(text).value;
}

}  // namespace

TEST_CASE("charges are found by what they are") {
    const QueryDatabase file;
    file.fill(three_imports);
    CHECK(ids(file, {}) == "1 2 3 4 5 6");
    CHECK(ids(file, {.period = BillingPeriod(2025, 1)}) == "1 2 3 4 5");
    CHECK(ids(file, {.period = BillingPeriod(2025, 3)}).empty());
    CHECK(ids(file, {.import = 2}) == "4 5");
    CHECK(ids(file, {.import = 9}).empty());
    CHECK(ids(file, {.source = "aws"}) == "1 2 3 6");
    CHECK(ids(file, {.period = BillingPeriod(2025, 1), .source = "AWS"}) == "1 2 3");
    CHECK(ids(file, {.pi_email = "ADA@example.edu"}) == "1 5");
    CHECK(ids(file, {.project_id = "atoll"}) == "2 4");
    CHECK(ids(file, {.fund_org = "100-3000"}) == "2 4 5");
    CHECK(ids(file, {.fund_org = "100-3"}).empty());
    CHECK(ids(file, {.service = "storage"}) == "2 6");
    CHECK(ids(file, {.project_id = "reef", .fund_org = "100-3000"}) == "5");
}

TEST_CASE("a filter's text is a value, whatever is in it") {
    const QueryDatabase file;
    file.fill(three_imports);
    CHECK(ids(file, {.project_id = "x' OR '1'='1"}).empty());
    CHECK(ids(file, {.pi_email = "%"}).empty());
}

TEST_CASE("held charges are found, and those with one flag") {
    const QueryDatabase file;
    file.fill(three_imports);
    CHECK(ids(file, {.held = true}) == "3 6");
    CHECK(ids(file, {.flag = Flag::missing_pi_email}) == "3 6");
    CHECK(ids(file, {.flag = Flag::invalid_tags}) == "3");
    CHECK(ids(file, {.flag = Flag::pattern_match}).empty());
}

TEST_CASE("charges are found by the magnitude of their cost") {
    const QueryDatabase file;
    file.fill(three_imports);
    CHECK(ids(file, {.above = decimal("7")}) == "1 6");
    CHECK(ids(file, {.below = decimal("0.50")}) == "2 5");
    CHECK(ids(file, {.above = decimal("0.1"), .below = decimal("7.0001")}) == "3 4");
}

TEST_CASE("charges are sorted, and equal ones by their ids") {
    const QueryDatabase file;
    file.fill(three_imports);
    CHECK(ids(file, {.descending = true}) == "6 5 4 3 2 1");
    CHECK(ids(file, {.order = ChargeOrder::amount}) == "3 2 5 4 1 6");
    CHECK(ids(file, {.order = ChargeOrder::amount, .descending = true}) == "6 1 4 5 2 3");
    CHECK(ids(file, {.order = ChargeOrder::service}) == "1 4 5 2 6 3");
}

TEST_CASE("charges without the value that sorts come last") {
    const QueryDatabase file;
    file.fill(three_imports);
    CHECK(ids(file, {.order = ChargeOrder::date}) == "2 4 1 5 6 3");
    CHECK(ids(file, {.order = ChargeOrder::date, .descending = true}) == "6 5 1 4 2 3");
    CHECK(ids(file, {.order = ChargeOrder::pi}) == "1 5 2 4 3 6");
    CHECK(ids(file, {.order = ChargeOrder::project, .descending = true}) == "1 5 2 4 3 6");
}

TEST_CASE("a limit shows the first, and tells how many there are") {
    const QueryDatabase file;
    file.fill(three_imports);
    const auto some = ask(file, {.source = "AWS", .limit = 2});
    CHECK(some.ids == "1 2");
    CHECK(some.all == 4);
    CHECK(ask(file, {.source = "AWS", .limit = 4}).all == 4);
    CHECK(ask(file, {.source = "AWS", .limit = 9}).all == 4);
    CHECK(ask(file, {}).all == 6);
}

TEST_CASE("whoever has enough can stop") {
    const QueryDatabase file;
    file.fill(three_imports);
    int seen = 0;
    auto database = file.open();
    query_charges(database, {}, [&](const StoredCharge&) { return ++seen < 2; });
    CHECK(seen == 2);
}

TEST_CASE("a charge has the columns of focus_charges, all of them") {
    const QueryDatabase file;
    file.fill(three_imports);
    auto database = file.open();
    SQLite::Statement view(database.handle(), "SELECT * FROM focus_charges");
    REQUIRE(view.getColumnCount() == static_cast<int>(charge_columns.size()));
    for (int i = 0; i < view.getColumnCount(); ++i)
        CHECK(view.getColumnName(i) == charge_columns[static_cast<std::size_t>(i)].name);
}

TEST_CASE("a charge has the values of focus_charges, null among them") {
    const QueryDatabase file;
    file.fill(three_imports);
    auto database = file.open();
    query_charges(database, {.import = 2, .limit = 1}, [](const StoredCharge& charge) {
        CHECK(charge.text(charge_column("x_Source")) == "HPC");
        CHECK(charge.text(charge_column("x_BillingPeriod")) == "2025-01");
        CHECK(charge.text(charge_column("ChargePeriodStart")) == "2025-01-01T00:00:00.000000005Z");
        CHECK(charge.text(charge_column("BilledCost")) == "7");
        CHECK(charge.text(charge_column("ServiceName")) == "Compute");
        CHECK(charge.text(charge_column("x_Held")) == "0");
        CHECK_FALSE(charge.cells[charge_column("ListCost")].has_value());
        return true;
    });
}

// Of ten thousand imports only those that are wanted are walked, and nothing is sorted.
TEST_CASE("charges of one month are found without a look at the others") {
    const QueryDatabase file;
    file.fill(three_imports);
    auto database = file.open();
    SQLite::Statement plan(
        database.handle(),
        "EXPLAIN QUERY PLAN SELECT c.id FROM import AS i CROSS JOIN charge AS c"
        " WHERE c.id BETWEEN i.first_charge AND i.last_charge AND c.import_id = i.id"
        " AND c.period = 24300 AND +i.id IN (SELECT import_id FROM import_total WHERE period = "
        "24300) ORDER BY i.id ASC, c.id ASC LIMIT -1");
    std::string text;
    while (plan.executeStep())
        text += plan.getColumn(3).getString() + "\n";
    CHECK(text == "");
}
