#pragma once

#include <string>

namespace SQLite {
class Database;
}

namespace focus_billing {

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
