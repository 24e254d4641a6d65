#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/statements/issued_statement.hpp"

namespace focus_billing {

class Transaction;

/// What the hash of an audit entry takes in of each version that it issued.
[[nodiscard]] std::string issue_line(const std::string& number, std::uint32_t version,
                                     const std::string& sha256);

/// What has been issued. All need a transaction of the caller, and throw SQLite::Exception.
class StatementRegister {
public:
    explicit StatementRegister(const Transaction& transaction) : m_transaction(transaction) {}

    /// By month, number, version.
    [[nodiscard]] std::vector<IssuedStatement> list(const StatementFilter& filter) const;

    /// The latest version of a statement, if it was ever issued.
    [[nodiscard]] std::optional<IssuedStatement> find_latest(BillingPeriod period,
                                                             const StatementKey& key) const;

    /// The JSON of a version, as it was issued. Throws Error FB710 (environment) if it is not what
    /// its hash says.
    [[nodiscard]] std::string content(const IssuedStatement& version) const;

    /// How the statements of a version look, as statement_style_json has it.
    [[nodiscard]] std::string style(std::int64_t id) const;

    /// The number that a statement has, or gets: the next free one of its month.
    [[nodiscard]] std::string number_for(BillingPeriod period, const StatementKey& key);

    /// The id of a look; it is stored if it is not yet there.
    [[nodiscard]] std::int64_t style_id(const std::string& style);

    /// Stores a version, with its statement if it is the first one. `version.id`, `statement` and
    /// `sha256` are set. `audit`: the number of the entry that will be appended in the same
    /// transaction.
    void issue(IssuedStatement& version, std::string_view json, std::int64_t audit);

private:
    [[nodiscard]] std::int64_t statement_id(const IssuedStatement& version);

    const Transaction& m_transaction;
};

}  // namespace focus_billing
