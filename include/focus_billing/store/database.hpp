#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace SQLite {
class Database;
}

namespace focus_billing {

/// The SQLite file that charges are kept in. What it holds is explained in docs/sql.md.
///
/// Errors are thrown as Error: FB501 (no database of this program, environment), FB502 (made by a
/// newer version, environment), FB503 (busy, environment), FB504 (cannot be opened, environment),
/// FB505 (any other failure of the database, environment).
class Database {
public:
    /// How long a command waits for another one that writes.
    static constexpr std::chrono::milliseconds usual_patience{10'000};

    /// Opens for reading and writing; a file that is not there is made, readable by its owner
    /// alone, and an older schema is brought up to date. Write-ahead log, durable commits.
    [[nodiscard]] static Database
    open_for_writing(const std::string& path, std::chrono::milliseconds patience = usual_patience);

    /// Opens for reading alone, after what a killed command had begun is undone. Where nothing can
    /// be written beside the file, it is taken as one that nobody changes; FB504 if there is a
    /// write-ahead log that would then go unread.
    [[nodiscard]] static Database
    open_for_reading(const std::string& path, std::chrono::milliseconds patience = usual_patience);

    /// The same, or nothing if nothing was ever stored: there is no file, or the first command that
    /// wrote was killed before it had made a table.
    [[nodiscard]] static std::optional<Database>
    find_for_reading(const std::string& path, std::chrono::milliseconds patience = usual_patience);

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    [[nodiscard]] SQLite::Database& handle() { return *m_handle; }
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    Database(std::string path, std::unique_ptr<SQLite::Database> handle);

    std::string m_path;
    std::unique_ptr<SQLite::Database> m_handle;
};

/// To be called where an exception is handled: throws it again, one of SQLite as the Error of the
/// database at `path`.
[[noreturn]] void throw_database_error(const std::string& path);

}  // namespace focus_billing
