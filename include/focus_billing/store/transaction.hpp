#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "focus_billing/store/database.hpp"

namespace SQLite {
class Transaction;
}

namespace focus_billing {

/// A transaction of the database: one state of it as long as it is read in, or changes that are all
/// made, by `commit`, or none. Every function of store/ that reads or changes something is given
/// one, or has one of its own. What SQLite throws in it is thrown as Error, as Database says.
class Transaction {
public:
    /// To read waits for nobody; to change, and to load, until nobody else changes anything. What
    /// loads many rows does not look up whether those are there that they refer to: they come from
    /// the transaction itself, and to look them up would cost more than the write. (PRAGMA
    /// foreign_key_check tells that all is well.)
    enum class Purpose : std::uint8_t { read, change, load };

    /// Begins. To read within another transaction of the same Database is a part of that one.
    explicit Transaction(Database& database, Purpose purpose = Purpose::read);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    /// Takes back what was not committed.
    ~Transaction();

    [[nodiscard]] SQLite::Database& handle() const { return m_database.handle(); }
    /// Of the database, for findings.
    [[nodiscard]] const std::string& path() const { return m_database.path(); }

    /// What `action` returns; what SQLite throws in it is thrown as Error.
    template <class Action>
    std::invoke_result_t<Action> run(Action&& action) const {
        try {
            return std::forward<Action>(action)();
        } catch (...) {
            throw_database_error(path());
        }
    }
    /// Makes what was changed durable.
    void commit();

private:
    class WithoutForeignKeys;

    Database& m_database;
    std::unique_ptr<WithoutForeignKeys> m_without_foreign_keys;
    std::unique_ptr<SQLite::Transaction> m_transaction;
};

}  // namespace focus_billing
