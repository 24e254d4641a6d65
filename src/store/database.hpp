#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

namespace focus_billing {

/// Switches off the enforcement of foreign keys as long as it lives; to be made before the
/// transaction. For writers of many rows whose references come from the very transaction: looking
/// each of them up again would cost more than the write. PRAGMA foreign_key_check tells that all is
/// well.
class WithoutForeignKeys {
public:
    explicit WithoutForeignKeys(SQLite::Database& database) : m_database(database) {
        m_database.exec("PRAGMA foreign_keys = OFF");
    }
    WithoutForeignKeys(const WithoutForeignKeys&) = delete;
    WithoutForeignKeys& operator=(const WithoutForeignKeys&) = delete;
    ~WithoutForeignKeys() { m_database.tryExec("PRAGMA foreign_keys = ON"); }

private:
    SQLite::Database& m_database;
};

}  // namespace focus_billing
