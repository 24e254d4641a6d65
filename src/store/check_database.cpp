#include "focus_billing/store/check_database.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "focus_billing/model/error.hpp"
#include "focus_billing/store/recounted_charges.hpp"
#include "focus_billing/store/check_lines.hpp"
#include "focus_billing/store/schema.hpp"

namespace focus_billing {

namespace {

void refuse_older(Database& database) {
    const int version = database.handle().execAndGet("PRAGMA user_version").getInt();
    if (version == newest_schema_version)
        return;
    throw Error(ErrorKind::environment,
                make_diagnostic(559, {.file = database.path(), .line = 0, .column = 0},
                                "the database has schema version " + std::to_string(version) +
                                    ", and is brought to " +
                                    std::to_string(newest_schema_version) +
                                    " by the next command that writes",
                                {}, "run such a command first: focus-billing ingest FILE"));
}

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
    });
}

}  // namespace

void check_database(Database& database, const std::function<void(CheckLine line)>& on_line,
                    const std::function<void()>& on_step) {
    with_database_errors(database.path(), [&] {
        const SQLite::Transaction one_state(database.handle());
        refuse_older(database);
        check_all({.database = database, .on_line = on_line, .on_step = on_step});
    });
}

}  // namespace focus_billing
