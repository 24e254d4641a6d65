#include "store/periods/closing_record.hpp"

#include <catch2/catch.hpp>

#include "focus_billing/store/transaction.hpp"
#include "store/periods/month_database.hpp"

using namespace focus_billing;

namespace {

std::string unmended_text(const ClosingFacts& facts) {
    std::string text;
    for (const auto& import : facts.unmended)
        text += std::to_string(import.number) + ":" + std::to_string(import.rows) + " ";
    return text;
}

}  // namespace

TEST_CASE("sources of the month before that have nothing in this one are missing") {
    MonthDatabase file;
    for (const auto month : {BillingPeriod(2024, 11), december, january})
        file.open(month);
    file.import("Slurm", {{BillingPeriod(2024, 11), "1"}});
    file.import("HPC", {{december, "1"}, {december, "2"}});
    file.import("AWS", {{december, "1"}});
    file.import("AWS", {{january, "1"}});
    file.import("Azure", {{january, "1"}});
    const auto facts = read_closing_facts(Transaction(file.database()), january);
    REQUIRE(facts.missing.size() == 1);
    CHECK(facts.missing[0].source == "HPC");
    CHECK(facts.missing[0].charges_before == 2);
    CHECK(facts.present == std::vector<std::string>{"AWS", "Azure"});
    CHECK(facts.contents.charges() == 2);
    CHECK(read_closing_facts(Transaction(file.database()), december).missing.size() == 1);
}

TEST_CASE("a source whose charges were all superseded has none") {
    MonthDatabase file;
    file.open(december);
    file.open(january);
    file.import("AWS", {{december, "1"}});
    file.import("AWS", {{january, "1"}});
    CHECK(read_closing_facts(Transaction(file.database()), february).missing.size() == 1);
    const auto later = std::to_string(file.import("AWS", {{december, "2"}}));
    file.run("INSERT INTO import_effect VALUES (" + later +
             ", 24300, 'USD', 0, '0', 1, '1', 0, 0, '0')");
    CHECK(read_closing_facts(Transaction(file.database()), february).missing.empty());
}

TEST_CASE("rejected rows count until they are mended, however many steps that takes") {
    MonthDatabase file;
    file.open(january);
    const auto import = file.import("AWS", {{january, "1"}}, 5);
    file.import("HPC", {{january, "1"}});
    CHECK(unmended_text(read_closing_facts(Transaction(file.database()), january)) == "1:5 ");
    const auto first = file.import("AWS", {{january, "1"}, {january, "1"}}, 3, import);
    CHECK(unmended_text(read_closing_facts(Transaction(file.database()), january)) == "1:3 ");
    file.import("AWS", {{january, "1"}}, 0, first);
    CHECK(unmended_text(read_closing_facts(Transaction(file.database()), january)) == "1:2 ");
    file.import("AWS", {{january, "1"}, {january, "1"}}, 0, import);
    CHECK(unmended_text(read_closing_facts(Transaction(file.database()), january)).empty());
}

TEST_CASE("rejected rows of an import that was superseded in the month do not count") {
    MonthDatabase file;
    file.open(january);
    file.open(february);
    const auto import = std::to_string(file.import("AWS", {{january, "1"}, {february, "1"}}, 5));
    const auto later = std::to_string(file.import("AWS", {{january, "1"}}));
    file.run("UPDATE import_period SET superseded_by = " + later + " WHERE period = 24300" +
             " AND import_id = " + import);
    CHECK(unmended_text(read_closing_facts(Transaction(file.database()), january)).empty());
    CHECK(unmended_text(read_closing_facts(Transaction(file.database()), february)) == "1:5 ");
}
