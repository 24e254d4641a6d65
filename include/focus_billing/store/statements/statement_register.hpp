#pragma once

#include <memory>
#include <string>
#include <vector>

#include "focus_billing/model/statements/issued_statement.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

class StatementRegister;

/// What has been issued, seen at one moment. Errors are those of Database.
class IssuedStatements {
public:
    explicit IssuedStatements(Database& database);
    IssuedStatements(const IssuedStatements&) = delete;
    IssuedStatements& operator=(const IssuedStatements&) = delete;
    ~IssuedStatements();

    /// By month, number, version.
    [[nodiscard]] std::vector<IssuedStatement> list(const StatementFilter& filter);
    /// The JSON of a version, as it was issued. Throws Error FB710 (environment) if it is not what
    /// its hash says.
    [[nodiscard]] std::string content(const IssuedStatement& version);
    /// How it looks, as statement_style_json has it.
    [[nodiscard]] std::string style(std::int64_t id);

private:
    Transaction m_transaction;
    std::unique_ptr<StatementRegister> m_register;
};

}  // namespace focus_billing
