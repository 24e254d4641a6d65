#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "focus_billing/model/charges/charge_batch.hpp"
#include "focus_billing/model/charges/charge_totals.hpp"
#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/hashes.hpp"
#include "focus_billing/store/imports/delivered_month.hpp"
#include "focus_billing/store/imports/difference_table.hpp"

namespace focus_billing {

class Transaction;

/// Finds the charges that a delivery must hold as `revised_after_decision`: a changed row whose
/// predecessor was decided; and, where several equal rows bear different decisions and their number
/// changes, all of them, since nobody can tell which one is gone. Throws SQLite::Exception.
class RevisedDecisions {
public:
    using Key = ChargeSummary::Key;

    explicit RevisedDecisions(const Transaction& transaction) : m_transaction(transaction) {}

    /// To be called once for each month of the delivery that is compared with charges.
    void begin_month(BillingPeriod period);
    /// To be called for each row of such a month that is not among the compared charges.
    /// `reference`: by what the DifferenceTable knows it.
    void add_fresh(const StorableCharge& charge, std::int64_t reference, bool is_flagged);

    /// Whether a charge of this content was decided.
    [[nodiscard]] bool is_decided(BillingPeriod period, const ContentHash& hash,
                                  std::int64_t charge) const;
    [[nodiscard]] bool has_decided() const { return !m_decided.empty(); }

    /// To be called once, when the rows are paired.
    void find(const std::map<int, DeliveredMonth>& months, const DifferenceTable* difference,
              const std::string& place);

    // Valid after `find`:

    /// New rows, by their references.
    [[nodiscard]] const std::set<std::int64_t>& rows() const { return m_rows; }
    /// Stored charges that stay, of open months, and such of other months that are reversed.
    [[nodiscard]] const std::set<std::int64_t>& charges() const { return m_charges; }
    /// Those of them that had no flag, and are held from now on, by billing period and currency.
    [[nodiscard]] const std::map<Key, ChargeTally>& newly_held() const { return m_newly_held; }
    [[nodiscard]] const FlagTotals& totals() const { return m_totals; }
    /// FB409 for the first of the rows, and FB522 where decided charges are not there any more.
    [[nodiscard]] const std::vector<Diagnostic>& findings() const { return m_findings; }
    [[nodiscard]] bool is_flagged(std::int64_t reference) const {
        return m_flagged.contains(reference);
    }

private:
    struct Decided {
        std::map<std::int64_t, std::string> decisions;  // of charges, as far as they have one
        std::vector<std::int64_t> surplus;              // references of new rows equal to them
    };
    using DecidedMonth = std::map<ContentHash, Decided>;

    void find_changed(const std::string& place);
    void find_equal(const DeliveredMonth& month, const std::string& place);
    void hold_equal(const DeliveredMonth& month, const LiveRows::Group& group,
                    const Decided& decided);
    void hold_charge(std::int64_t charge, const DeliveredMonth& month);
    void find_lost(const std::map<int, DeliveredMonth>& months, const std::string& place);
    void count(std::uint64_t line);

    const Transaction& m_transaction;
    std::map<int, DecidedMonth> m_decided;
    std::unordered_set<std::int64_t> m_flagged;
    std::map<std::int64_t, Decimal> m_costs;  // of rows that may be surplus
    std::map<std::int64_t, std::string> m_currencies;
    std::set<std::int64_t> m_rows;
    std::set<std::int64_t> m_charges;
    std::map<Key, ChargeTally> m_newly_held;
    FlagTotals m_totals;
    std::vector<Diagnostic> m_findings;
};

/// Holds the charges that a delivery found to be revised: those that stay lose their decision,
/// which is ended by the last entry of the audit trail. `ids` has the ids of the new rows by
/// reference. Within the import's transaction, and after its record is written. Throws
/// SQLite::Exception.
void hold_revised(const Transaction& transaction, const RevisedDecisions& revised,
                  const std::map<std::int64_t, std::int64_t>& ids);

}  // namespace focus_billing
