#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/format/sha256.hpp"
#include "focus_billing/model/audit.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/model/periods/posting.hpp"
#include "focus_billing/model/statements/issued_statement.hpp"
#include "focus_billing/model/statements/statement.hpp"
#include "focus_billing/store/statements/statement_charges.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

class StatementRegister;

/// All that the statements of a month are made of, seen at one moment, and what is issued of it in
/// one transaction. Errors are those of Database.
class StatementStore {
public:
    /// Writes only if it is to `issue`. Throws Error FB533 (state) for a month that was never
    /// opened, and FB701 (state) for one that was closed before postings were kept.
    StatementStore(Database& database, BillingPeriod period, bool issues);
    StatementStore(const StatementStore&) = delete;
    StatementStore& operator=(const StatementStore&) = delete;
    ~StatementStore();

    [[nodiscard]] PeriodStatus status() const { return m_status; }
    [[nodiscard]] BillingPeriod period() const { return m_period; }

    /// The accounts of sources by which a month was closed that is not open.
    [[nodiscard]] SourceAccounts accounts();

    /// Of an open month as `rules` make them now, else as they were frozen.
    [[nodiscard]] std::vector<Posting> postings(const PostingRules& rules);

    struct Held {
        std::uint64_t charges = 0;
        DecimalSum cost;
    };
    /// What is held of the PI's charges in the project, or in none.
    [[nodiscard]] Held held(const StatementKey& key);

    /// All that is held in the month, by currency.
    [[nodiscard]] std::vector<HeldTotal> held_totals();

    /// The twelve months up to this one, with what was posted in them for the same PI, project and
    /// currency; this one without.
    [[nodiscard]] std::vector<StatementMonth> months(const StatementKey& key);

    /// Sets the order in which `next` hands on the charges.
    void order_charges(const PlaceStatement& place);
    [[nodiscard]] bool next();
    [[nodiscard]] const StatementChargeRow& charge() const;

    [[nodiscard]] std::vector<IssuedStatement> list(const StatementFilter& filter);
    [[nodiscard]] std::optional<IssuedStatement> find_latest(const StatementKey& key);

    [[nodiscard]] std::string number_for(const StatementKey& key);
    [[nodiscard]] std::int64_t style_id(const std::string& style);
    void issue(IssuedStatement& version, std::string_view json);
    /// Makes what was issued durable, with an entry of the audit trail; nothing if nothing was.
    void commit(const AuditContext& audit_context);

private:
    [[nodiscard]] const std::map<StatementKey, Held>& all_held();
    [[nodiscard]] std::map<StatementKey, Held> read_held() const;
    [[nodiscard]] std::map<int, std::string> dues(const StatementKey& key, int first) const;
    [[nodiscard]] AuditEntry entry(const AuditContext& audit_context);

    Transaction m_transaction;
    BillingPeriod m_period;
    std::unique_ptr<StatementRegister> m_register;
    PeriodStatus m_status = PeriodStatus::open;
    std::unique_ptr<StatedCharges> m_charges;
    std::optional<std::map<StatementKey, Held>> m_held;
    std::int64_t m_audit = 0;
    std::uint64_t m_issued = 0;
    std::map<std::string, DecimalSum> m_dues;
    Sha256Hasher m_hasher;
};

}  // namespace focus_billing
