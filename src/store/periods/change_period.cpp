#include "focus_billing/store/periods/change_period.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "focus_billing/format/json.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/audit_trail.hpp"
#include "store/period_status.hpp"
#include "store/periods/closing_blockers.hpp"
#include "store/periods/closing_record.hpp"
#include "store/periods/postings.hpp"

namespace focus_billing {

namespace {

constexpr int far_away = 12;

[[noreturn]] void refuse(const Transaction& transaction, int code, std::string message,
                         std::string help) {
    throw Error(ErrorKind::state,
                make_diagnostic(code, {.file = transaction.path(), .line = 0, .column = 0},
                                std::move(message), {}, std::move(help)));
}

void refuse_finalized(const Transaction& transaction, BillingPeriod period,
                      std::optional<PeriodStatus> status) {
    if (status != PeriodStatus::finalized)
        return;
    refuse(transaction, 535, period.text() + " is finalized, and never changes again",
           "what comes late is billed in an open month: focus-billing ingest FILE "
           "--as-corrections");
}

// The status of a month that was opened and is not finalized.
PeriodStatus changeable_status(const Transaction& transaction, BillingPeriod period) {
    const auto status = find_period_status(transaction, period);
    if (!status) {
        refuse(transaction, 533, period.text() + " was never opened",
               "'focus-billing periods list' shows the months that were; to open it: "
               "focus-billing periods open " +
                   period.text());
    }
    refuse_finalized(transaction, period, status);
    return *status;
}

[[noreturn]] void refuse_repetition(const Transaction& transaction, BillingPeriod period,
                                    PeriodStatus status) {
    refuse(transaction, 534, period.text() + " is " + std::string(name_of(status)) + " already",
           status == PeriodStatus::closed
               ? "to open it again: focus-billing periods reopen " + period.text() +
                     " --reason TEXT"
               : "to close it: focus-billing periods close " + period.text());
}

std::string status_json(PeriodStatus status) {
    return R"({"status":")" + std::string(name_of(status)) + R"("})";
}

// The database lets a status change only if it is on record.
void set_status(const Transaction& transaction, BillingPeriod period, PeriodStatus status) {
    SQLite::Statement update(transaction.handle(), "UPDATE period SET status = ? WHERE key = ?");
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

std::optional<Diagnostic> find_distance(const Transaction& transaction, BillingPeriod period) {
    SQLite::Statement query(transaction.handle(),
                            "SELECT key FROM period ORDER BY abs(key - ?), key LIMIT 1");
    query.bind(1, period.key());
    if (!query.executeStep())
        return std::nullopt;
    const int nearest = query.getColumn(0).getInt();
    const int distance = std::abs(period.key() - nearest);
    if (distance <= far_away)
        return std::nullopt;
    return make_diagnostic(538, {.file = transaction.path(), .line = 0, .column = 0},
                           period.text() + " is " + std::to_string(distance) +
                               " months away from the nearest month that was opened, " +
                               BillingPeriod::of_key(nearest).text(),
                           {},
                           "it was opened; if that was a slip, close it: focus-billing periods "
                           "close " +
                               period.text());
}

ClosingReport report_closing(const Transaction& transaction, BillingPeriod period,
                             const ClosingConfirmation& confirmation, const PostingRules& rules) {
    if (const auto status = changeable_status(transaction, period); status != PeriodStatus::open)
        refuse_repetition(transaction, period, status);
    ClosingReport report{.period = period,
                         .confirmation = confirmation,
                         .facts = read_closing_facts(transaction, period),
                         .refusals = {}};
    report.facts.postings = make_postings(transaction, period, rules);
    report.refusals = closing_blockers(period, report.facts, confirmation, transaction.path());
    if (rules.blockers)
        std::ranges::move(rules.blockers(report.facts.postings),
                          std::back_inserter(report.refusals));
    return report;
}

}  // namespace

std::optional<Diagnostic> open_period_by_name(Database& database, BillingPeriod period,
                                              const AuditContext& audit_context) {
    Transaction transaction(database, Transaction::Purpose::change);
    return transaction.run([&] {
        const auto status = find_period_status(transaction, period);
        refuse_finalized(transaction, period, status);
        if (status)
            refuse_repetition(transaction, period, *status);
        auto warning = find_distance(transaction, period);
        open_period(transaction, period, audit_context);
        transaction.commit();
        return warning;
    });
}

ClosingReport close_period(Database& database, BillingPeriod period,
                           const ClosingConfirmation& confirmation, const PostingRules& rules,
                           const AuditContext& audit_context) {
    Transaction transaction(database, Transaction::Purpose::change);
    return transaction.run([&] {
        auto report = report_closing(transaction, period, confirmation, rules);
        if (report.refused())
            return report;
        const auto closing = append_audit(
            transaction,
            entry_of(period, "close", PeriodStatus::open,
                     closing_json(report.facts, confirmation, rules.accounts), audit_context));
        write_postings(transaction, period, closing, report.facts.postings);
        set_status(transaction, period, PeriodStatus::closed);
        transaction.commit();
        return report;
    });
}

ClosingReport rehearse_closing(const Transaction& transaction, BillingPeriod period,
                               const ClosingConfirmation& confirmation, const PostingRules& rules) {
    auto report =
        transaction.run([&] { return report_closing(transaction, period, confirmation, rules); });
    report.dry_run = true;
    return report;
}

void reopen_period(Database& database, BillingPeriod period, const std::string& reason,
                   const AuditContext& audit_context) {
    Transaction transaction(database, Transaction::Purpose::change);
    transaction.run([&] {
        const auto status = changeable_status(transaction, period);
        if (status == PeriodStatus::open)
            refuse_repetition(transaction, period, status);
        std::string after = R"({"status":"open","reason":)";
        append_json_string(reason, after);
        append_audit(transaction,
                     entry_of(period, "reopen", PeriodStatus::closed, after + "}", audit_context));
        set_status(transaction, period, PeriodStatus::open);
        remove_postings(transaction, period);
        transaction.commit();
    });
}

std::vector<Diagnostic>
finalize_period(Database& database, BillingPeriod period,
                const std::function<std::vector<Diagnostic>(const Transaction&)>& judge,
                const AuditContext& audit_context) {
    Transaction transaction(database, Transaction::Purpose::change);
    return transaction.run([&] {
        if (changeable_status(transaction, period) == PeriodStatus::open) {
            refuse(transaction, 536,
                   period.text() + " is open, and only a closed month is finalized",
                   "close it first: focus-billing periods close " + period.text());
        }
        if (auto difference = compare_with_closing(transaction, period))
            throw Error(ErrorKind::state, std::move(*difference));
        auto refusals = judge(transaction);
        if (!refusals.empty())
            return refusals;
        append_audit(transaction, entry_of(period, "finalize", PeriodStatus::closed,
                                           status_json(PeriodStatus::finalized), audit_context));
        set_status(transaction, period, PeriodStatus::finalized);
        transaction.commit();
        return refusals;
    });
}

}  // namespace focus_billing
