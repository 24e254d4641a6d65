#include "focus_billing/store/periods/change_period.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "focus_billing/format/json.hpp"
#include "focus_billing/model/error.hpp"
#include "store/audit_trail.hpp"
#include "store/period_status.hpp"
#include "store/periods/closing_blockers.hpp"
#include "store/periods/closing_record.hpp"
#include "store/periods/postings.hpp"

namespace focus_billing {

namespace {

constexpr int far_away = 12;

// Runs an action in one transaction, in which nobody else writes.
void change(Database& database, const std::function<void()>& action) {
    with_database_errors(database.path(), [&] {
        SQLite::Transaction transaction(database.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        action();
        transaction.commit();
    });
}

[[noreturn]] void refuse(Database& database, int code, std::string message, std::string help) {
    throw Error(ErrorKind::state,
                make_diagnostic(code, {.file = database.path(), .line = 0, .column = 0},
                                std::move(message), {}, std::move(help)));
}

void refuse_finalized(Database& database, BillingPeriod period,
                      std::optional<PeriodStatus> status) {
    if (status != PeriodStatus::finalized)
        return;
    refuse(database, 535, period.text() + " is finalized, and never changes again",
           "what comes late is billed in an open month: focus-billing ingest FILE "
           "--as-corrections");
}

// The status of a month that was opened and is not finalized.
PeriodStatus changeable_status(Database& database, BillingPeriod period) {
    const auto status = find_period_status(database.handle(), period);
    if (!status) {
        refuse(database, 533, period.text() + " was never opened",
               "'focus-billing periods list' shows the months that were; to open it: "
               "focus-billing periods open " +
                   period.text());
    }
    refuse_finalized(database, period, status);
    return *status;
}

[[noreturn]] void refuse_repetition(Database& database, BillingPeriod period, PeriodStatus status) {
    refuse(database, 534, period.text() + " is " + std::string(name_of(status)) + " already",
           status == PeriodStatus::closed
               ? "to open it again: focus-billing periods reopen " + period.text() +
                     " --reason TEXT"
               : "to close it: focus-billing periods close " + period.text());
}

std::string status_json(PeriodStatus status) {
    return R"({"status":")" + std::string(name_of(status)) + R"("})";
}

// The database lets a status change only if it is on record.
void set_status(Database& database, BillingPeriod period, PeriodStatus status) {
    SQLite::Statement update(database.handle(), "UPDATE period SET status = ? WHERE key = ?");
    update.bind(1, std::string(name_of(status)));
    update.bind(2, period.key());
    update.exec();
}

AuditEntry entry_of(BillingPeriod period, const std::string& action, PeriodStatus before,
                    std::string after, const AuditContext& audit_context) {
    return {.audit_context = audit_context,
            .action = action,
            .subject = "period " + period.text(),
            .period = period,
            .before = status_json(before),
            .after = std::move(after)};
}

std::optional<Diagnostic> find_distance(Database& database, BillingPeriod period) {
    SQLite::Statement query(database.handle(),
                            "SELECT key FROM period ORDER BY abs(key - ?), key LIMIT 1");
    query.bind(1, period.key());
    if (!query.executeStep())
        return std::nullopt;
    const int nearest = query.getColumn(0).getInt();
    const int distance = std::abs(period.key() - nearest);
    if (distance <= far_away)
        return std::nullopt;
    return make_diagnostic(538, {.file = database.path(), .line = 0, .column = 0},
                           period.text() + " is " + std::to_string(distance) +
                               " months away from the nearest month that was opened, " +
                               BillingPeriod::of_key(nearest).text(),
                           {},
                           "it was opened; if that was a slip, close it: focus-billing periods "
                           "close " +
                               period.text());
}

ClosingReport report_closing(Database& database, BillingPeriod period,
                             const ClosingConfirmation& confirmation, const PostingRules& rules) {
    if (const auto status = changeable_status(database, period); status != PeriodStatus::open)
        refuse_repetition(database, period, status);
    ClosingReport report{.period = period,
                         .confirmation = confirmation,
                         .facts = read_closing_facts(database, period),
                         .refusals = {}};
    report.facts.postings = make_postings(database.handle(), period, rules);
    report.refusals = closing_blockers(period, report.facts, confirmation, database.path());
    if (rules.blockers)
        std::ranges::move(rules.blockers(report.facts.postings),
                          std::back_inserter(report.refusals));
    return report;
}

}  // namespace

std::optional<Diagnostic> open_period_by_name(Database& database, BillingPeriod period,
                                              const AuditContext& audit_context) {
    std::optional<Diagnostic> warning;
    change(database, [&] {
        const auto status = find_period_status(database.handle(), period);
        refuse_finalized(database, period, status);
        if (status)
            refuse_repetition(database, period, *status);
        warning = find_distance(database, period);
        open_period(database.handle(), period, audit_context);
    });
    return warning;
}

ClosingReport close_period(Database& database, BillingPeriod period,
                           const ClosingConfirmation& confirmation, const PostingRules& rules,
                           const AuditContext& audit_context) {
    ClosingReport report;
    change(database, [&] {
        report = report_closing(database, period, confirmation, rules);
        if (report.refused())
            return;
        const auto closing = append_audit(
            database.handle(),
            entry_of(period, "close", PeriodStatus::open,
                     closing_json(report.facts, confirmation, rules.accounts), audit_context));
        write_postings(database.handle(), period, closing, report.facts.postings);
        set_status(database, period, PeriodStatus::closed);
    });
    return report;
}

ClosingReport rehearse_closing(Database& database, BillingPeriod period,
                               const ClosingConfirmation& confirmation, const PostingRules& rules) {
    ClosingReport report;
    with_database_errors(database.path(), [&] {
        const SQLite::Transaction one_state(database.handle());
        report = report_closing(database, period, confirmation, rules);
    });
    report.dry_run = true;
    return report;
}

void reopen_period(Database& database, BillingPeriod period, const std::string& reason,
                   const AuditContext& audit_context) {
    change(database, [&] {
        if (const auto status = changeable_status(database, period); status == PeriodStatus::open)
            refuse_repetition(database, period, status);
        std::string after = R"({"status":"open","reason":)";
        append_json_string(reason, after);
        append_audit(database.handle(),
                     entry_of(period, "reopen", PeriodStatus::closed, after + "}", audit_context));
        set_status(database, period, PeriodStatus::open);
        remove_postings(database.handle(), period);
    });
}

std::vector<Diagnostic> finalize_period(Database& database, BillingPeriod period,
                                        const std::function<std::vector<Diagnostic>()>& judge,
                                        const AuditContext& audit_context) {
    std::vector<Diagnostic> refusals;
    change(database, [&] {
        if (changeable_status(database, period) == PeriodStatus::open) {
            refuse(database, 536, period.text() + " is open, and only a closed month is finalized",
                   "close it first: focus-billing periods close " + period.text());
        }
        if (auto difference = compare_with_closing(database, period))
            throw Error(ErrorKind::state, std::move(*difference));
        refusals = judge();
        if (!refusals.empty())
            return;
        append_audit(database.handle(),
                     entry_of(period, "finalize", PeriodStatus::closed,
                              status_json(PeriodStatus::finalized), audit_context));
        set_status(database, period, PeriodStatus::finalized);
    });
    return refusals;
}

}  // namespace focus_billing
