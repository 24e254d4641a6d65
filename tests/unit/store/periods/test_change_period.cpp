#include "focus_billing/store/periods/change_period.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <map>

#include "focus_billing/billing/post_charges.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/store/transaction.hpp"
#include "focus_billing/store/verify_audit.hpp"
#include "store/periods/closing_record.hpp"
#include "store/periods/month_database.hpp"
#include "support/finding_text.hpp"

using namespace focus_billing;

namespace {

// What the state refuses, in one line; nothing if it was done.
std::string refusal(const std::function<void()>& action) {
    try {
        action();
        return {};
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::state);
        return finding_text(error.diagnostic());
    }
}

class Months : public MonthDatabase {
public:
    std::string open_by_name(BillingPeriod period) {
        return refusal([&] {
            const auto warning =
                open_period_by_name(database(), period, audit_context("periods open"));
            m_warning = warning ? finding_text(*warning) : "";
        });
    }
    std::string close(BillingPeriod period, const ClosingConfirmation& confirmation = {}) {
        return refusal([&] {
            for (const auto& reason :
                 close_period(database(), period, confirmation, posting_rules({}),
                              audit_context("periods close"))
                     .refusals)
                throw Error(ErrorKind::state, reason);
        });
    }
    std::string reopen(BillingPeriod period, const std::string& reason = "why") {
        return refusal(
            [&] { reopen_period(database(), period, reason, audit_context("periods reopen")); });
    }
    std::string finalize(BillingPeriod period) {
        return refusal([&] {
            const auto refusals = finalize_period(
                database(), period, [](const Transaction&) { return std::vector<Diagnostic>(); },
                audit_context("periods finalize"));
            CHECK(refusals.empty());
        });
    }
    [[nodiscard]] const std::string& warning() const { return m_warning; }
    [[nodiscard]] std::optional<PeriodStatus> status(BillingPeriod period) {
        return find_period_status(Transaction(database()), period);
    }
    [[nodiscard]] std::string last_entry() {
        return text("SELECT seq || ' ' || action || ' ' || subject || ' ' || period || ' ' || "
                    "ifnull(before, '-') || ' ' || after FROM audit ORDER BY seq DESC LIMIT 1");
    }

private:
    std::string m_warning;
};

std::string code_of(const std::string& refused) {
    return refused.empty() ? "" : refused.substr(refused.find("FB"), 5);
}

}  // namespace

TEST_CASE("a month is opened, closed, opened again, closed and made final, all on record") {
    Months file;
    CHECK(file.open_by_name(january).empty());
    CHECK(file.last_entry() == R"(1 open period 2025-01 24300 - {"status":"open"})");
    file.import("AWS", {{january, "1.5"}, {january, "-0.5", "USD", 1}});
    CHECK(file.close(january, {.held = 1, .without = {"HPC"}}).empty());
    CHECK(file.status(january) == PeriodStatus::closed);
    const auto rows = file.text("SELECT json_extract(after, '$.rows_sha256') FROM audit"
                                " ORDER BY seq DESC LIMIT 1");
    CHECK(rows.size() == 64);
    const auto postings = file.text("SELECT json_extract(after, '$.postings_sha256') FROM audit"
                                    " ORDER BY seq DESC LIMIT 1");
    CHECK(file.last_entry() ==
          R"(2 close period 2025-01 24300 {"status":"open"} {"status":"closed","totals":[)"
          R"({"currency":"USD","charges":2,"billed":"1","held":1,"held_cost":"-0.5",)"
          R"("held_credits":1,"held_credit_cost":"-0.5"}],"rows_sha256":")" +
              rows +
              R"(","posted":[{"currency":"USD","postings":1,"rounding":"0","amount":"1.5"}],)"
              R"("postings_sha256":")" +
              postings + R"(","accounts":{},"with_held":1,"without":["HPC"],"with_rejected":0})");
    CHECK(file.reopen(january, "a \"corrected\" bill").empty());
    CHECK(file.status(january) == PeriodStatus::open);
    CHECK(file.last_entry() == R"(3 reopen period 2025-01 24300 {"status":"closed"} )"
                               R"({"status":"open","reason":"a \"corrected\" bill"})");
    CHECK(file.close(january, {.held = 1}).empty());
    CHECK(file.finalize(january).empty());
    CHECK(file.last_entry() == R"(5 finalize period 2025-01 24300 {"status":"closed"} )"
                               R"({"status":"finalized"})");
    CHECK(file.text("SELECT at || os_user || command FROM audit WHERE seq = 2") ==
          "2025-02-01T06:00:02Zadaperiods close");
    CHECK(!verify_audit(Transaction(file.database())).fault);
}

TEST_CASE("what stands in the way of closing leaves the month open and the trail as it was") {
    Months file;
    file.open(january);
    file.import("AWS", {{january, "1", "USD", 1}}, 2);
    const auto report =
        close_period(file.database(), january, {}, posting_rules({}), file.audit_context());
    CHECK(report.refused());
    CHECK(report.refusals.size() == 2);
    CHECK(file.status(january) == PeriodStatus::open);
    CHECK(file.text("SELECT count(*) FROM audit") == "1");
    const auto rehearsal =
        rehearse_closing(Transaction(file.database()), january,
                         {.held = 1, .without = {}, .rejected = 2}, posting_rules({}));
    CHECK(rehearsal.dry_run);
    CHECK_FALSE(rehearsal.refused());
    CHECK(file.status(january) == PeriodStatus::open);
}

TEST_CASE("a rehearsal needs no right to write") {
    Months file;
    file.open(january);
    auto reader = Database::open_for_reading(file.path());
    CHECK_FALSE(rehearse_closing(Transaction(reader), january, {}, posting_rules({})).refused());
}

TEST_CASE("each step that the life of a month does not have is refused") {
    Months file;
    CHECK(file.close(january) ==
          "0 error FB533 | 2025-01 was never opened |  | 'focus-billing periods list' shows the "
          "months that were; to open it: focus-billing periods open 2025-01");
    CHECK(code_of(file.reopen(january)) == "FB533");
    CHECK(code_of(file.finalize(january)) == "FB533");
    file.open(january);
    CHECK(file.open_by_name(january) == "0 error FB534 | 2025-01 is open already |  | to close it: "
                                        "focus-billing periods close 2025-01");
    CHECK(code_of(file.reopen(january)) == "FB534");
    CHECK(file.finalize(january) ==
          "0 error FB536 | 2025-01 is open, and only a closed month is finalized |  | close it "
          "first: focus-billing periods close 2025-01");
    REQUIRE(file.close(january).empty());
    CHECK(file.close(january) == "0 error FB534 | 2025-01 is closed already |  | to open it again: "
                                 "focus-billing periods reopen 2025-01 --reason TEXT");
    CHECK(code_of(file.open_by_name(january)) == "FB534");
    REQUIRE(file.finalize(january).empty());
    const std::string final =
        "0 error FB535 | 2025-01 is finalized, and never changes again |  | what comes late is "
        "billed in an open month: focus-billing ingest FILE --as-corrections";
    CHECK(file.open_by_name(january) == final);
    CHECK(file.close(january) == final);
    CHECK(file.reopen(january) == final);
    CHECK(file.finalize(january) == final);
    CHECK(file.text("SELECT count(*) FROM audit") == "3");
}

TEST_CASE("a month far from all others is opened with a warning") {
    Months file;
    CHECK(file.open_by_name(BillingPeriod(2027, 3)).empty());
    CHECK(file.warning().empty());
    CHECK(file.open_by_name(BillingPeriod(2028, 3)).empty());
    CHECK(file.warning().empty());
    CHECK(file.open_by_name(BillingPeriod(2025, 1)).empty());
    CHECK(file.warning() ==
          "0 warning FB538 | 2025-01 is 26 months away from the nearest month that was opened, "
          "2027-03 |  | it was opened; if that was a slip, close it: focus-billing periods close "
          "2025-01");
    CHECK(file.status(BillingPeriod(2025, 1)) == PeriodStatus::open);
}

TEST_CASE("a month is finalized only as it was closed") {
    Months file;
    file.open(january);
    file.import("AWS", {{january, "1.5"}, {january, "2"}});
    REQUIRE(file.close(january).empty());
    file.drop_triggers();
    const std::string help =
        " |  | compare with a backup; or let the month be as it is now, with a "
        "reason on record: focus-billing periods reopen 2025-01 --reason TEXT, "
        "and close it again";
    SECTION("another cost") {
        file.run("UPDATE charge SET billed_cost = '3' WHERE id = 2");
        CHECK(file.finalize(january) ==
              "0 error FB537 | the charges of 2025-01 are not those with which it was closed "
              "(audit entry 2): then 2 charges of 3.5 USD, now 2 charges of 4.5 USD" +
                  help);
    }
    SECTION("the same sum") {
        file.run("UPDATE charge SET line = 7 WHERE id = 2");
        CHECK(
            file.finalize(january) ==
            "0 error FB537 | the charges of 2025-01 come to the same as when it was closed (audit "
            "entry 2), but something in them was changed: 2 charges of 3.5 USD" +
                help);
    }
    SECTION("no charges") {
        file.run("DELETE FROM charge");
        CHECK(file.finalize(january).find("then 2 charges of 3.5 USD, now no charges |") !=
              std::string::npos);
    }
    SECTION("no record") {
        const auto change =
            GENERATE(as<std::string>{}, "DELETE FROM audit WHERE action = 'close'",
                     "UPDATE audit SET after = 'nothing'", "UPDATE audit SET after = NULL",
                     "UPDATE audit SET after = '{}'");
        file.run(change);
        CHECK(file.finalize(january) == "0 error FB537 | the audit trail does not tell with which "
                                        "charges 2025-01 was closed" +
                                            help);
    }
    CHECK(file.status(january) == PeriodStatus::closed);
}

TEST_CASE("the last closing counts") {
    Months file;
    file.open(january);
    REQUIRE(file.close(january).empty());
    REQUIRE(file.reopen(january).empty());
    file.import("AWS", {{january, "1"}});
    REQUIRE(file.close(january).empty());
    CHECK(!compare_with_closing(Transaction(file.database()), january));
    CHECK(file.finalize(january).empty());
    CHECK(!compare_with_closing(Transaction(file.database()), january));
}

TEST_CASE("what stands in the way of finalizing leaves the month closed") {
    Months file;
    file.open(january);
    file.import("AWS", {{january, "1"}});
    REQUIRE(file.close(january).empty());
    const auto refusals = finalize_period(
        file.database(), january,
        [](const Transaction&) {
            return std::vector<Diagnostic>{make_diagnostic(815, {}, "not in a journal")};
        },
        file.audit_context());
    REQUIRE(refusals.size() == 1);
    CHECK(refusals.front().code == 815);
    CHECK(file.status(january) == PeriodStatus::closed);
}

TEST_CASE("the status of a month changes by these steps alone") {
    Months file;
    file.open(january);
    const auto complaint = [&](const std::string& sql) {
        try {
            file.run(sql);
            return std::string();
        } catch (const SQLite::Exception& error) {
            return std::string(error.what());
        }
    };
    CHECK(complaint("UPDATE period SET status = 'closed'") ==
          "the status of a period changes by focus-billing periods alone");
    CHECK(complaint("UPDATE OR REPLACE period SET status = 'finalized'") ==
          "the status of a period changes by focus-billing periods alone");
    REQUIRE(file.close(january).empty());
    CHECK(complaint("UPDATE period SET status = 'open'") ==
          "the status of a period changes by focus-billing periods alone");
}

TEST_CASE("any sequence of steps ends where a model of a few lines ends") {
    CHECK(rc::check([] {
        Months file;
        std::map<int, PeriodStatus> model;
        std::size_t entries = 0;
        const auto steps = *rc::gen::container<std::vector<std::pair<int, int>>>(
            rc::gen::pair(rc::gen::inRange(0, 4), rc::gen::inRange(0, 3)));
        for (const auto& [step, month] : steps) {
            const BillingPeriod period(2025, month + 1);
            const auto known = model.find(month);
            const bool opened = known != model.end();
            const auto is = [&](PeriodStatus status) { return opened && known->second == status; };
            bool expected = false;
            std::string refused;
            switch (step) {
            case 0:
                expected = !opened;
                refused = file.open_by_name(period);
                if (expected)
                    model[month] = PeriodStatus::open;
                break;
            case 1:
                expected = is(PeriodStatus::open);
                refused = file.close(period);
                if (expected)
                    model[month] = PeriodStatus::closed;
                break;
            case 2:
                expected = is(PeriodStatus::closed);
                refused = file.reopen(period);
                if (expected)
                    model[month] = PeriodStatus::open;
                break;
            default:
                expected = is(PeriodStatus::closed);
                refused = file.finalize(period);
                if (expected)
                    model[month] = PeriodStatus::finalized;
            }
            entries += expected ? 1 : 0;
            RC_ASSERT(refused.empty() == expected);
            for (const auto& [key, status] : model)
                RC_ASSERT(file.status(BillingPeriod(2025, key + 1)) == status);
        }
        const auto verdict = verify_audit(Transaction(file.database()));
        RC_ASSERT(!verdict.fault);
        RC_ASSERT(verdict.entries == entries);
    }));
}
