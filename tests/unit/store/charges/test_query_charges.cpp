#include "focus_billing/store/charges/query_charges.hpp"

#include <catch2/catch.hpp>
#include <sqlite3.h>

#include "focus_billing/store/transaction.hpp"
#include "store/query_database.hpp"

using namespace focus_billing;

namespace {

struct Answer {
    std::string ids;
    std::uint64_t all = 0;
};

Answer ask(const QueryDatabase& file, const ChargeFilter& filter) {
    Answer answer;
    auto database = file.open();
    answer.all = query_charges(Transaction(database), filter, [&](const StoredCharge& charge) {
        answer.ids += (answer.ids.empty() ? "" : " ");
        answer.ids += charge.text(charge_column("x_ChargeId"));
        return true;
    });
    return answer;
}

std::string ids(const QueryDatabase& file, const ChargeFilter& filter) {
    return ask(file, filter).ids;
}

int keep_first_statement(unsigned, void* first, void* statement, void*) {
    auto& sql = *static_cast<std::string*>(first);
    char* text = sqlite3_expanded_sql(static_cast<sqlite3_stmt*>(statement));
    if (sql.empty() && std::string_view(text).starts_with("SELECT c.id"))
        sql = text;
    sqlite3_free(text);
    return 0;
}

// How SQLite goes about the statement that finds the charges.
std::string plan(const QueryDatabase& file, const ChargeFilter& filter) {
    auto database = file.open();
    std::string sql;
    auto* handle = database.handle().getHandle();
    sqlite3_trace_v2(handle, SQLITE_TRACE_STMT, keep_first_statement, &sql);
    query_charges(Transaction(database), filter, [](const StoredCharge&) { return true; });
    sqlite3_trace_v2(handle, 0, nullptr, nullptr);
    SQLite::Statement steps(database.handle(), "EXPLAIN QUERY PLAN " + sql);
    std::string text;
    while (steps.executeStep())
        text += steps.getColumn(3).getString() + "\n";
    return text;
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
    CHECK(ids(file, {.order = ChargeSort::amount}) == "3 2 5 4 1 6");
    CHECK(ids(file, {.order = ChargeSort::amount, .descending = true}) == "6 1 4 5 2 3");
    CHECK(ids(file, {.order = ChargeSort::service}) == "1 4 5 2 6 3");
}

TEST_CASE("charges without the value that sorts come last") {
    const QueryDatabase file;
    file.fill(three_imports);
    CHECK(ids(file, {.order = ChargeSort::date}) == "2 4 1 5 6 3");
    CHECK(ids(file, {.order = ChargeSort::date, .descending = true}) == "6 5 1 4 2 3");
    CHECK(ids(file, {.order = ChargeSort::pi}) == "1 5 2 4 3 6");
    CHECK(ids(file, {.order = ChargeSort::project, .descending = true}) == "1 5 2 4 3 6");
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
    query_charges(Transaction(database), {}, [&](const StoredCharge&) { return ++seen < 2; });
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
    query_charges(Transaction(database), {.import = 2, .limit = 1}, [](const StoredCharge& charge) {
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

TEST_CASE("charges are found by the ids of their import, and by default in order") {
    const QueryDatabase file;
    file.fill(three_imports);
    const std::string by_ids = "SEARCH c USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)\n";
    CHECK(plan(file, {}) == "SCAN i\n" + by_ids);
    CHECK(plan(file, {.descending = true}) == "SCAN i\n" + by_ids);
    CHECK(plan(file, {.source = "AWS"}) == "SCAN i\n" + by_ids);
    CHECK(plan(file, {.import = 2}) == "SEARCH i USING INTEGER PRIMARY KEY (rowid=?)\n" + by_ids);
    CHECK(plan(file, {.period = BillingPeriod(2025, 1)}) ==
          "SCAN i\nLIST SUBQUERY 2\nCOMPOUND QUERY\nLEFT-MOST SUBQUERY\n"
          "SEARCH import_effect USING COVERING INDEX import_effect_period (period=?)\n"
          "UNION USING TEMP B-TREE\nSEARCH charge USING INDEX charge_carried (carried_into=?)\n" +
              by_ids);
    CHECK(plan(file, {.pi_email = "a", .service = "b"}) ==
          "SCAN i\n" + by_ids +
              "LIST SUBQUERY 3\nSCAN name\nLIST SUBQUERY 2\nSCAN attribution\n"
              "CORRELATED SCALAR SUBQUERY 1\nSEARCH d USING INTEGER PRIMARY KEY (rowid=?)\n");
}
