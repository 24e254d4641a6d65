#include "focus_billing/store/transaction.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

namespace focus_billing {

namespace {

SQLite::TransactionBehavior behavior(Transaction::Purpose purpose) {
    return purpose == Transaction::Purpose::read ? SQLite::TransactionBehavior::DEFERRED
                                                 : SQLite::TransactionBehavior::IMMEDIATE;
}

bool is_within_another(SQLite::Database& database) {
    return sqlite3_get_autocommit(database.getHandle()) == 0;
}

}  // namespace

// To be switched off before the transaction begins, and on when it has ended.
class Transaction::WithoutForeignKeys {
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

Transaction::Transaction(Database& database, Purpose purpose) : m_database(database) {
    if (purpose == Purpose::read && is_within_another(handle()))
        return;
    run([&] {
        if (purpose == Purpose::load)
            m_without_foreign_keys = std::make_unique<WithoutForeignKeys>(handle());
        m_transaction = std::make_unique<SQLite::Transaction>(handle(), behavior(purpose));
    });
}

Transaction::~Transaction() = default;

void Transaction::commit() {
    run([&] { m_transaction->commit(); });
}

}  // namespace focus_billing
