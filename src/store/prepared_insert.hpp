#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

struct sqlite3_stmt;

namespace SQLite {
class Database;
}

namespace focus_billing {

/// A prepared INSERT whose texts are bound where they lie, without a copy, which SQLiteCpp does
/// not offer for views. Texts must live until `insert`. Throws SQLite::Exception.
class InsertStatement {
public:
    InsertStatement(SQLite::Database& database, const char* sql);
    InsertStatement(const InsertStatement&) = delete;
    InsertStatement& operator=(const InsertStatement&) = delete;
    ~InsertStatement();

    /// Parameters are bound in turn, from the first one on.
    void bind(std::int64_t number);
    void bind_null();
    void bind(std::string_view text);
    /// Null if the text is empty.
    void bind_or_null(std::string_view text);
    void bind_blob(const void* bytes, std::size_t size);

    /// Inserts the row, returns its rowid, and begins with the first parameter again.
    std::int64_t insert();

private:
    // What is bound to a parameter stays so from row to row, and a number or null that repeats
    // need not be bound again.
    struct Bound {
        bool is_known = false;
        std::optional<std::int64_t> number;
    };

    void check(int result) const;
    [[nodiscard]] bool is_bound(std::optional<std::int64_t> number);

    SQLite::Database& m_database;
    sqlite3_stmt* m_statement = nullptr;
    int m_parameter = 0;
    std::vector<Bound> m_bound;
};

}  // namespace focus_billing
