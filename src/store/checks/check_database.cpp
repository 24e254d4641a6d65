#include "focus_billing/store/checks/check_database.hpp"
#include "store/checks/check_database.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <set>

#include "focus_billing/store/transaction.hpp"
#include "focus_billing/store/verify_audit.hpp"
#include "store/checks/recount.hpp"
#include "store/schema.hpp"

namespace focus_billing {

namespace {

struct Faults {
    std::int64_t count = 0;
    std::string first;
};

Faults find_faults(const Transaction& transaction) {
    Faults faults;
    SQLite::Statement rows(transaction.handle(), "PRAGMA integrity_check");
    while (rows.executeStep()) {
        const auto words = rows.getColumn(0).getString();
        if (words == "ok")
            continue;
        if (faults.count++ == 0)
            faults.first = words.substr(0, words.find('\n'));
    }
    return faults;
}

Faults find_orphans(const Transaction& transaction) {
    Faults faults;
    SQLite::Statement rows(transaction.handle(),
                           R"sql(SELECT "table", rowid, parent FROM pragma_foreign_key_check)sql");
    while (rows.executeStep()) {
        if (faults.count++ == 0) {
            faults.first = "row " + rows.getColumn(1).getString() + " of the table " +
                           rows.getColumn(0).getString() + " refers to a row of " +
                           rows.getColumn(2).getString() + " that is not there";
        }
    }
    return faults;
}

std::set<std::string> triggers_of(SQLite::Database& database) {
    std::set<std::string> triggers;
    SQLite::Statement rows(database,
                           "SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name");
    while (rows.executeStep())
        triggers.insert(rows.getColumn(0).getString());
    return triggers;
}

std::string name_of_trigger(const std::string& sql) {
    constexpr std::string_view before = "CREATE TRIGGER ";
    const auto begin = std::min(before.size(), sql.size());
    return sql.substr(begin, sql.find(' ', begin) - begin);
}

// What is stored may be changed by hand where a trigger is missing.
CheckLine check_triggers(const CheckRun& run) {
    SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(fresh, {});
    const auto wanted = triggers_of(fresh);
    const auto found = triggers_of(run.transaction.handle());
    std::int64_t count = 0;
    std::optional<Diagnostic> fault;
    for (const auto& trigger : wanted) {
        if (found.contains(trigger)) {
            ++count;
        } else if (!fault) {
            fault = run.fault(558, "the trigger " + name_of_trigger(trigger) +
                                       ", which keeps what is stored, was removed or changed");
        }
    }
    return {.subject = "triggers",
            .left = {count_term("triggers", static_cast<std::int64_t>(wanted.size()))},
            .right = {count_term("in their place", count)},
            .fault = std::move(fault)};
}

// A damaged file ends the reading of it, and is a finding like any other.
void run_check(const CheckRun& run, const std::string& subject,
               const std::function<void()>& check) {
    try {
        check();
    } catch (const SQLite::Exception& error) {
        if ((error.getErrorCode() & 0xFF) != SQLITE_CORRUPT)
            throw;
        run.on_line(
            {.subject = subject,
             .fault = run.fault(557, "the file is damaged: " + std::string(error.getErrorStr()))});
    }
}

void check_all(const CheckRun& run) {
    run_check(run, "file", [&] { check_integrity(run); });
    run_check(run, "audit trail", [&] { check_trail(run); });
    RecountedCharges tally;
    run_check(run, "charges", [&] {
        tally = tally_charges(run.transaction, run.on_step);
        run_check(run, "imports", [&] { check_imports(run, tally); });
        run_check(run, "periods", [&] {
            check_months(run, tally);
            check_periods(run, tally);
        });
        run_check(run, "content", [&] { check_content(run); });
        run_check(run, "corrections", [&] { check_corrections(run, tally); });
        run_check(run, "decisions", [&] { check_decisions(run); });
        run_check(run, "postings", [&] { check_postings(run); });
        run_check(run, "statements", [&] { check_statements(run); });
        run_check(run, "journals", [&] { check_journals(run); });
    });
}

}  // namespace

Diagnostic CheckRun::fault(int code, std::string message) const {
    return make_diagnostic(code, {.file = transaction.path(), .line = 0, .column = 0},
                           std::move(message), {},
                           "something else than this program changed it, or the disk failed: "
                           "compare with a backup that passes 'focus-billing check'");
}

void check_trail(const CheckRun& run) {
    const auto entries =
        run.transaction.handle().execAndGet("SELECT count(*) FROM audit").getInt64();
    const auto verdict = verify_audit(run.transaction);
    run.on_line(
        {.subject = "audit trail",
         .left = {count_term("entries", entries)},
         .right = {count_term("in an unbroken chain", static_cast<std::int64_t>(verdict.entries))},
         .fault = verdict.fault});
}

void check_integrity(const CheckRun& run) {
    const Faults faults = find_faults(run.transaction);
    CheckLine line{.subject = "integrity", .left = {count_term("damages", faults.count)}};
    if (faults.count > 0)
        line.fault = run.fault(557, "the file is damaged: " + faults.first);
    run.on_line(std::move(line));

    const Faults orphans = find_orphans(run.transaction);
    line = {.subject = "references", .left = {count_term("to nothing", orphans.count)}};
    if (orphans.count > 0)
        line.fault = run.fault(556, orphans.first);
    run.on_line(std::move(line));
    run.on_line(check_triggers(run));
}

void run_checks(const Transaction& transaction, const std::function<void(CheckLine line)>& on_line,
                const std::function<void()>& on_step) {
    check_all({.transaction = transaction, .on_line = on_line, .on_step = on_step});
}

void check_database(const Transaction& transaction,
                    const std::function<void(CheckLine line)>& on_line,
                    const std::function<void()>& on_step) {
    transaction.run([&] { run_checks(transaction, on_line, on_step); });
}

}  // namespace focus_billing
