#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "focus_billing/model/charges/charge_batch.hpp"

namespace SQLite {
class Database;
}

namespace focus_billing {

/// Inserts charges into a table with the columns of `charge`, and stores what they refer to: names,
/// tags and payers, each once. Throws SQLite::Exception.
class ChargeInserter {
public:
    explicit ChargeInserter(SQLite::Database& database);
    ~ChargeInserter();
    ChargeInserter(const ChargeInserter&) = delete;
    ChargeInserter& operator=(const ChargeInserter&) = delete;

    /// To be called before the first charge of each batch, since texts of a batch are known by
    /// their place.
    void begin_batch();
    /// What follows is of this file of an import that has several; they count from 1.
    void begin_part(std::int64_t part);
    /// Stores a charge of `import`, held for `flags`. Returns its id.
    std::int64_t insert(const StorableCharge& charge, FlagSet flags, std::int64_t import);
    /// The same into the temporary table `staged_charge`, made when it is first needed, under the id
    /// `reference`.
    void stage(const StorableCharge& charge, FlagSet flags, std::int64_t import,
               std::int64_t reference);

private:
    class Statements;
    std::unique_ptr<Statements> m_statements;
};

}  // namespace focus_billing
