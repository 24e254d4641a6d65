#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "focus_billing/format/sha256.hpp"
#include "focus_billing/model/charges/decision.hpp"
#include "focus_billing/store/charges/reviewed_charge.hpp"

namespace focus_billing {

class Transaction;

/// Writes decisions within a transaction whose entry in the audit trail, of number `entry`, is
/// written last. Throws SQLite::Exception.
class DecisionWriter {
public:
    DecisionWriter(const Transaction& transaction, std::int64_t entry, AuditContext audit_context);
    ~DecisionWriter();
    DecisionWriter(const DecisionWriter&) = delete;
    DecisionWriter& operator=(const DecisionWriter&) = delete;

    /// `billed_in`: the month in which the charge counts from now on.
    void write(const ReviewedCharge& charge, const DecisionRequest& request, DecisionEffect effect,
               BillingPeriod billed_in);
    /// Writes what was gathered: moved charges, as imports that have no file.
    void finish();

    /// Numbers of the decisions, from and to; none if the first is greater.
    [[nodiscard]] std::int64_t first_decision() const { return m_first; }
    [[nodiscard]] std::int64_t last_decision() const { return m_next - 1; }

private:
    class Statements;
    struct Move {
        std::int64_t charge = 0;
        std::int64_t decision = 0;
        BillingPeriod billed_in;
        std::string currency;
        Decimal cost;
    };
    using Moves = std::map<std::pair<std::int64_t, BillingPeriod>, std::vector<Move>>;

    [[nodiscard]] std::int64_t insert_decision(const ReviewedCharge& charge,
                                               const DecisionRequest& request);
    void decide(std::int64_t charge, std::int64_t decision,
                std::optional<BillingPeriod> carried_into);
    void decide_reversal(std::int64_t charge, std::int64_t decision, BillingPeriod billed_in);
    void end_decision(std::int64_t decision, const std::string& ending, const std::string& note);
    [[nodiscard]] std::int64_t delivered_import(const ReviewedCharge& charge);
    void write_moves(std::int64_t import, BillingPeriod period, const std::vector<Move>& moves);
    void insert_import(std::int64_t number, std::int64_t mended, std::int64_t first_charge,
                       const std::vector<Move>& moves);
    void insert_totals(std::int64_t number, BillingPeriod period, const std::vector<Move>& moves);
    void insert_effects(std::int64_t number, const std::vector<Move>& moves);
    void insert_period(std::int64_t number, BillingPeriod period);

    const Transaction& m_transaction;
    std::int64_t m_entry;
    AuditContext m_audit_context;
    std::int64_t m_first;
    std::int64_t m_next;
    Moves m_moves;  // by the import whose charges they are, and their billing period
    std::unique_ptr<Statements> m_statements;
};

/// SHA-256 over the decisions of an entry of the audit trail, in the order of their numbers:
/// number, charge, verdict, payer, note and what was seen. Hexadecimal.
[[nodiscard]] std::string decisions_sha256(const Transaction& transaction, std::int64_t entry);

}  // namespace focus_billing
