#pragma once

#include <span>
#include <string>
#include <string_view>

namespace SQLite {
class Database;
}

namespace focus_billing {

/// In the header of every database of this program ("FbDb").
inline constexpr int database_application_id = 0x46624462;

/// The SQL that makes schema version N of version N - 1: a file of src/store/schema/, whose name
/// begins with N.
struct SchemaStep {
    std::string_view name;
    std::string_view sql;
};

/// The steps to the versions 1, 2, 3 ..., each an addition to what the ones before it made.
[[nodiscard]] std::span<const SchemaStep> schema_steps();

/// Makes the views of the newest version, whichever there are now: src/store/schema/views.sql.
[[nodiscard]] std::string_view schema_views();

[[nodiscard]] int newest_schema_version();

/// Whether no program has made anything in the file yet.
[[nodiscard]] bool is_new(SQLite::Database& database);

/// Creates the schema, or brings an older one up to date, in one transaction. Throws Error FB501 if
/// the file is a database of another program, FB502 if a newer version of this one made it.
void migrate(SQLite::Database& database, const std::string& path);

/// Throws the same errors, and FB559 if the schema is of an older version; changes nothing.
void check_schema(SQLite::Database& database, const std::string& path);

}  // namespace focus_billing
