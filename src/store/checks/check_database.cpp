#include "focus_billing/store/checks/check_database.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "store/checks/recount.hpp"
#include "store/checks/check_lines.hpp"

namespace focus_billing {

namespace {

// A damaged file ends the reading of it, and is a finding like any other.
void run_check(const CheckRun& run, const std::string& subject,
               const std::function<void()>& check) {
    try {
        check();
    } catch (const SQLite::Exception& error) {
        if ((error.getErrorCode() & 0xFF) != SQLITE_CORRUPT)
            throw;
        run.on_line({.subject = subject,
                     .fault = run.fault(557, "the file is damaged: " + std::string(error.getErrorStr()))});
    }
}

void check_all(const CheckRun& run) {
    run_check(run, "file", [&] { check_integrity(run); });
    run_check(run, "audit trail", [&] { check_trail(run); });
    RecountedCharges tally;
    run_check(run, "charges", [&] {
        tally = tally_charges(run.handle(), run.on_step);
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

void run_checks(Database& database, const std::function<void(CheckLine line)>& on_line,
                const std::function<void()>& on_step) {
    check_all({.database = database, .on_line = on_line, .on_step = on_step});
}

void check_database(Database& database, const std::function<void(CheckLine line)>& on_line,
                    const std::function<void()>& on_step) {
    with_database_errors(database.path(), [&] {
        const SQLite::Transaction one_state(database.handle());
        run_checks(database, on_line, on_step);
    });
}

}  // namespace focus_billing
