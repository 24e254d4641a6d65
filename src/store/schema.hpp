#pragma once

#include <string>

namespace SQLite {
class Database;
}

namespace focus_billing {

/// The SQL that makes schema version N of version N - 1, the first one of an empty file. A step
/// that was released is never changed.
///
/// Periods are months counted from the year 0 (year * 12 + month - 1); instants are seconds since
/// 1970 in UTC, with nanoseconds beside them where there are any; amounts are canonical decimals.
extern const char* const schema_step_1;

/// Version 2: what a delivery supersedes and corrects, the life cycle of periods, the audit trail.
extern const char* const schema_step_2;

/// Version 3: triggers that keep what is stored from being changed, by hand too. They use nothing
/// but built-in functions, so that the sqlite3 shell can write. They look for an existing id before
/// an INSERT, since INSERT OR REPLACE passes by the triggers on DELETE; and a change of the id is
/// looked for in the values, since `SET rowid` passes by UPDATE OF id. Those of tables with many
/// rows undo the whole transaction: undoing one statement alone would take a journal for each.
extern const char* const schema_step_3;

/// Version 4: what reviewers decide, what decided each payer, what is carried into a later month.
extern const char* const schema_step_4;

/// Version 5: postings of closed months, and statements.
extern const char* const schema_step_5;

/// Version 6: journals.
extern const char* const schema_step_6;

/// Version 7: a charge that was carried into a month that is closed is frozen with it, also when
/// its own month is reopened.
extern const char* const schema_step_7;

/// In the header of every database of this program ("FbDb").
inline constexpr int database_application_id = 0x46624462;
inline constexpr int newest_schema_version = 7;

/// Whether no program has made anything in the file yet.
[[nodiscard]] bool is_new(SQLite::Database& database);

/// Creates the schema, or brings an older one up to date, in one transaction. Throws Error FB501 if
/// the file is a database of another program, FB502 if a newer version of this one made it.
void migrate(SQLite::Database& database, const std::string& path);

/// Throws the same errors, and FB559 if the schema is of an older version; changes nothing.
void check_schema(SQLite::Database& database, const std::string& path);

}  // namespace focus_billing
