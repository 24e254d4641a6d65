#include "focus_billing/store/periods/query_periods.hpp"

#include <catch2/catch.hpp>

#include "focus_billing/billing/post_charges.hpp"
#include "focus_billing/store/periods/change_period.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/periods/month_database.hpp"

using namespace focus_billing;

TEST_CASE("periods are told with their totals by currency, the oldest first") {
    MonthDatabase file;
    file.open(january);
    file.open(february);
    file.import("AWS", {{january, "9.8"}, {january, "-0.5", "USD", 1}, {february, "100"}});
    file.import("HPC", {{january, "7", "EUR"}, {january, "0.1"}});
    const auto periods = query_periods(Transaction(file.database()));
    REQUIRE(periods.size() == 2);
    CHECK(periods[0].period == january);
    CHECK(periods[0].status == "open");
    CHECK(periods[0].imports == 2);
    REQUIRE(periods[0].totals.size() == 2);
    CHECK(periods[0].totals[0].currency == "EUR");
    CHECK(periods[0].totals[1].charges == 3);
    CHECK(periods[0].totals[1].billed == "9.4");
    CHECK(periods[0].totals[1].held == 1);
    CHECK(periods[0].totals[1].held_cost == "-0.5");
    CHECK(periods[1].imports == 1);
}

TEST_CASE("what an import took out of a month is not counted in it") {
    MonthDatabase file;
    file.open(january);
    file.import("AWS", {{january, "9.8"}, {january, "7", "EUR", 1}});
    file.import("AWS", {{january, "10"}});
    file.run("UPDATE import_period SET superseded_by = 2 WHERE import_id = 1;"
             "DROP TRIGGER import_effect_unchanged;"
             "UPDATE import_effect SET removed = 1, removed_cost = '9.8' WHERE import_id = 2;"
             "INSERT INTO import_effect VALUES (2, 24300, 'EUR', 0, '0', 1, '7', 0, -1, '-7')");
    const auto periods = query_periods(Transaction(file.database()));
    REQUIRE(periods.size() == 1);
    CHECK(periods[0].imports == 1);
    REQUIRE(periods[0].totals.size() == 1);
    CHECK(periods[0].totals[0].currency == "USD");
    CHECK(periods[0].totals[0].charges == 1);
    CHECK(periods[0].totals[0].billed == "10");
}

TEST_CASE("a period tells since when and by whom it has its status") {
    MonthDatabase file;
    file.open(january);
    auto audit_context = file.audit_context();
    audit_context.actor = "Bo of finance";
    CHECK_FALSE(
        close_period(file.database(), january, {}, posting_rules({}), audit_context).refused());
    const auto periods = query_periods(Transaction(file.database()));
    REQUIRE(periods.size() == 1);
    CHECK(periods[0].opened_at == "2025-02-01T06:00:01Z");
    CHECK(periods[0].since == "2025-02-01T06:00:02Z");
    CHECK(periods[0].os_user == "ada");
    CHECK(periods[0].actor == "Bo of finance");
}

TEST_CASE("a period without charges, and without a record of its opening, is a period") {
    MonthDatabase file;
    file.run("INSERT INTO period VALUES (24300, 'open', '2025-02-03T08:00:00Z')");
    const auto periods = query_periods(Transaction(file.database()));
    REQUIRE(periods.size() == 1);
    CHECK(periods[0].totals.empty());
    CHECK(periods[0].imports == 0);
    CHECK(periods[0].since == "2025-02-03T08:00:00Z");
    CHECK(!periods[0].os_user);
    CHECK(!periods[0].actor);
}
