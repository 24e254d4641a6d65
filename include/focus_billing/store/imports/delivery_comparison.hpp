#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "focus_billing/model/charges/charge_batch.hpp"
#include "focus_billing/model/charges/charge_totals.hpp"
#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/imports/delivery.hpp"
#include "focus_billing/store/imports/delivered_month.hpp"
#include "focus_billing/store/imports/difference_table.hpp"
#include "focus_billing/store/imports/revised_decisions.hpp"

namespace focus_billing {

class Transaction;

/// What is to become of a row of a delivery.
enum class RowFate : std::uint8_t {
    added,
    possible_duplicate,  ///< added, and held: an import beside this one has the same row
    unchanged,           ///< a stored charge has its content
    correction,          ///< added to an open month, since its own is not open any more
    dropped,             ///< the delivery will be refused
};

/// Compares the rows of a delivery with the live charges of its source and series, month by month,
/// as a multiset of row contents. Changes nothing but temporary tables, so it serves a dry run,
/// too. Memory grows by 28 bytes for each live charge of the months that the delivery contains.
/// Throws SQLite::Exception, and Error (state) where the terms cannot be understood.
class DeliveryComparison {
public:
    DeliveryComparison(const Transaction& transaction, DeliverySettings settings);

    /// To be called for each row, in the order of the file.
    [[nodiscard]] RowFate take(const StorableCharge& charge) {
        if (charge.billing_period != m_last_period)
            begin_month(charge.billing_period);
        DeliveredMonth& month = *m_month;
        ++month.rows;
        return m_is_plain ? add_plainly(month) : compare(month, charge);
    }

    /// By what `DifferenceTable` knows the row that was taken last, if it is a correction.
    [[nodiscard]] std::int64_t last_reference() const { return m_new_rows; }
    /// Whether any of the charges that the delivery is compared with was decided.
    [[nodiscard]] bool may_revise_decisions() const { return m_revised.has_decided(); }
    /// Whether that row is a possible duplicate.
    [[nodiscard]] bool was_duplicate() const { return m_was_duplicate; }

    /// What there is to say after the last row; if there is no error, the delivery can be stored.
    [[nodiscard]] std::vector<Diagnostic> finish();

    // Valid after `finish`:

    [[nodiscard]] const DeliveryOutcome& outcome() const { return m_outcome; }
    /// Charges that only the flag `possible_duplicate` holds, by billing period and currency.
    [[nodiscard]] const std::map<DeliveryOutcome::Key, ChargeTally>& newly_held() const {
        return m_newly_held;
    }
    /// Unchanged charges that have flags, and were decided: they are not held.
    [[nodiscard]] const std::map<DeliveryOutcome::Key, ChargeTally>& decided() const {
        return m_decided;
    }
    [[nodiscard]] const FlagTotals& duplicates() const { return m_duplicates; }
    /// FB408 for the first of them.
    [[nodiscard]] const std::vector<Diagnostic>& duplicate_findings() const {
        return m_duplicate_findings;
    }
    /// What has to be decided again.
    [[nodiscard]] const RevisedDecisions& revised() const { return m_revised; }
    /// Nothing if no row had to be looked at by itself.
    [[nodiscard]] const DifferenceTable* difference() const { return m_difference.get(); }

    /// Calls `action` for each charge that the delivery takes out of its months, with the billing
    /// period that it is of, the month in which it counts, and whether that is open.
    struct Removed {
        std::int64_t charge = 0;
        BillingPeriod period;
        BillingPeriod counts_in;
        bool is_open = true;
        bool is_flagged = false;
        std::string currency;
        Decimal billed_cost;
    };
    void for_each_removed(const std::function<void(const Removed&)>& action) const;
    /// The open month in which the corrections of a billing period are billed.
    [[nodiscard]] BillingPeriod billed_in(BillingPeriod period) const;

private:
    void begin_month(BillingPeriod period);
    [[nodiscard]] DeliveredMonth new_month(BillingPeriod period);
    [[nodiscard]] static RowFate add_plainly(DeliveredMonth& month) {
        ++month.fresh;
        return RowFate::added;
    }
    void find_tallies(DeliveredMonth& month, const std::string& currency);
    [[nodiscard]] RowFate compare(DeliveredMonth& month, const StorableCharge& charge);
    [[nodiscard]] RowFate take_fresh(DeliveredMonth& month, const StorableCharge& charge,
                                     const Decimal& cost);
    void flag_duplicate(const DeliveredMonth& month, const StorableCharge& charge,
                        const Decimal& cost);
    void for_each_removed(const DeliveredMonth& month,
                          const std::function<void(const Removed&)>& action) const;
    void count_removed(DeliveredMonth& month);
    void find_target(DeliveredMonth& month) const;
    void settle_revised();
    [[nodiscard]] std::vector<Diagnostic> compared_months_blockers();
    [[nodiscard]] std::vector<Diagnostic> calendar_blockers_of_file() const;
    void fill_outcome();

    const Transaction& m_transaction;
    DeliverySettings m_settings;
    std::optional<std::uint64_t> m_rows_to_mend;
    std::map<int, DeliveredMonth> m_months;
    BillingPeriod m_last_period;
    DeliveredMonth* m_month = nullptr;
    bool m_is_plain = false;
    std::map<DeliveryOutcome::Key, ChargeTally> m_newly_held;
    struct DecidedRow {
        DeliveryOutcome::Key key;
        Decimal cost;
    };
    std::map<std::int64_t, DecidedRow> m_decided_rows;  // unchanged, with flags, by their charges
    std::map<DeliveryOutcome::Key, ChargeTally> m_decided;
    FlagTotals m_duplicates;
    std::vector<Diagnostic> m_duplicate_findings;
    std::unique_ptr<DifferenceTable> m_difference;
    RevisedDecisions m_revised;
    const DeliveredMonth* m_tallied_month = nullptr;
    std::string m_tallied_currency;
    DeliveredMonth::Costs* m_costs = nullptr;
    ChargeTally* m_unchanged = nullptr;
    std::int64_t m_new_rows = 0;
    bool m_was_duplicate = false;
    DeliveryOutcome m_outcome;
};

}  // namespace focus_billing
