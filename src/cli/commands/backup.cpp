#include <CLI/CLI.hpp>

#include <filesystem>
#include <ostream>

#include "cli/commands/commands.hpp"
#include "focus_billing/files/atomic_file.hpp"
#include "focus_billing/files/interruption.hpp"
#include "focus_billing/render/reports/check_report.hpp"
#include "focus_billing/store/backup_database.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

struct BackupWords {
    std::string file;
    bool json = false;
};

// What is told of the copy is read from the copy: it can be opened.
BackupRecord describe(const std::string& copy, const std::string& file,
                      const std::string& database) {
    auto opened = Database::open_for_reading(copy);
    auto record = query_backup(opened);
    record.database = database;
    record.file = file;
    std::error_code none;
    record.size = std::filesystem::file_size(copy, none);
    return record;
}

int run_backup(Session& session, const BackupWords& words) {
    auto database = open_database_for_reading(session);
    AsideFile file(words.file);
    backup_database(database, file.part(), words.file, stop_if_interrupted);
    const auto record = describe(file.part(), words.file, database.path());
    stop_if_interrupted();
    file.keep();
    session.tell_done("the copy is complete");
    if (words.json) {
        session.host().out << backup_json(record);
    } else if (!session.options().quiet) {
        session.host().out << backup_text(record);
    }
    return 0;
}

}  // namespace

RunCommand add_backup(CLI::App& app) {
    auto* command = app.add_subcommand("backup", "Copy the database, also while others work");
    command->footer(
        "Example:\n"
        "  focus-billing backup /srv/backup/focus-billing-2025-02-03.db\n\n"
        "Exit code: 0 done, 1 no database yet, 2 the file is there already, command line\n"
        "or configuration, 3 the database cannot be read, or the copy not written.");
    auto words = std::make_shared<BackupWords>();
    command->add_option("FILE", words->file, "the copy, which must not be there yet")
        ->type_name("FILE")
        ->required();
    command->add_flag("--json", words->json, "print JSON");
    return [words](Session& session) { return run_backup(session, *words); };
}

}  // namespace focus_billing
