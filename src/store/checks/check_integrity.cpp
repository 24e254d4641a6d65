#include <SQLiteCpp/SQLiteCpp.h>

#include <set>

#include "store/checks/check_lines.hpp"
#include "store/schema.hpp"

namespace focus_billing {

namespace {

struct Faults {
    std::int64_t count = 0;
    std::string first;
};

Faults find_faults(SQLite::Database& database) {
    Faults faults;
    SQLite::Statement rows(database, "PRAGMA integrity_check");
    while (rows.executeStep()) {
        const auto words = rows.getColumn(0).getString();
        if (words == "ok")
            continue;
        if (faults.count++ == 0)
            faults.first = words.substr(0, words.find('\n'));
    }
    return faults;
}

Faults find_orphans(SQLite::Database& database) {
    Faults faults;
    SQLite::Statement rows(database, R"sql(SELECT "table", rowid, parent FROM pragma_foreign_key_check)sql");
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
    const auto found = triggers_of(run.handle());
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

}  // namespace

void check_integrity(const CheckRun& run) {
    const Faults faults = find_faults(run.handle());
    CheckLine line{.subject = "integrity", .left = {count_term("damages", faults.count)}};
    if (faults.count > 0)
        line.fault = run.fault(557, "the file is damaged: " + faults.first);
    run.on_line(std::move(line));

    const Faults orphans = find_orphans(run.handle());
    line = {.subject = "references", .left = {count_term("to nothing", orphans.count)}};
    if (orphans.count > 0)
        line.fault = run.fault(556, orphans.first);
    run.on_line(std::move(line));
    run.on_line(check_triggers(run));
}

}  // namespace focus_billing
