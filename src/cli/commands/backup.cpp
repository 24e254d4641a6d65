#include <filesystem>
#include <ostream>

#include "cli/commands/commands.hpp"
#include "focus_billing/files/atomic_file.hpp"
#include "focus_billing/files/interruption.hpp"
#include "focus_billing/render/reports/check_report.hpp"
#include "focus_billing/store/backup_database.hpp"
#include "focus_billing/store/transaction.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

struct BackupOptions {
    std::string file;
    bool json = false;
};

// What is told of the copy is read from the copy: it can be opened.
BackupRecord describe(const std::string& copy, const std::string& file,
                      const std::string& database) {
    auto opened = Database::open_for_reading(copy);
    auto record = query_backup(Transaction(opened));
    record.database = database;
    record.file = file;
    std::error_code none;
    record.size = std::filesystem::file_size(copy, none);
    return record;
}

int run_backup(Session& session, const BackupOptions& options) {
    auto database = open_database_for_reading(session);
    AtomicFile file(options.file);
    backup_database(Transaction(database), file.part(), options.file, stop_if_interrupted);
    const auto record = describe(file.part(), options.file, database.path());
    stop_if_interrupted();
    file.keep();
    session.note_result("the copy is complete");
    if (options.json) {
        session.host().out << backup_json(record);
    } else if (!session.options().quiet) {
        session.host().out << backup_text(record);
    }
    return 0;
}

}  // namespace

void add_backup(CommandLine program) {
    auto backup = program.command("backup", "Copy the database, also while others work");
    auto& options = backup.runs(run_backup);
    backup.argument("FILE", options.file, "the copy, which must not be there yet")
        .value_name("FILE")
        .required();
    backup.flag("--json", options.json, "print JSON");
    backup.example("focus-billing backup /srv/backup/focus-billing-2025-02-03.db");
    backup.exit_codes("0 done, 1 no database yet, 2 the file is there already, command line\n"
                      "or configuration, 3 the database cannot be read, or the copy not written.");
}

}  // namespace focus_billing
