#include "store/imports/apply_difference.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "focus_billing/store/transaction.hpp"
#include "store/charges/charge_inserter.hpp"
#include "store/charges/linked_charges.hpp"

namespace focus_billing {

namespace {

Decimal minus(const Decimal& value) {
    return Decimal::of(-value.coefficient(), value.scale());
}

constexpr int revised_bit = bit_of(Flag::revised_after_decision);

class DifferenceWriter {
public:
    DifferenceWriter(const Transaction& transaction, std::int64_t import,
                     const DeliveryComparison& comparison, ImportEffects& effects)
        : m_transaction(transaction), m_import(import), m_comparison(comparison),
          m_effects(effects),
          m_supersede(transaction.handle(),
                      "UPDATE OR FAIL charge SET superseded_by = ? WHERE id = ?"),
          m_reverse(transaction.handle(), reversal_insert()) {}

    void run() {
        m_comparison.for_each_removed([this](const DeliveryComparison::Removed& removed) {
            if (removed.is_open) {
                supersede(removed);
            } else {
                reverse(removed);
            }
        });
        if (m_comparison.outcome().corrected_rows > 0)
            store_corrections();
        count_changed();
    }

private:
    void supersede(const DeliveryComparison::Removed& removed) {
        m_supersede.reset();
        m_supersede.bind(1, m_import);
        m_supersede.bind(2, removed.charge);
        m_supersede.exec();
        m_effects[{removed.counts_in, removed.currency}].removed.add(removed.billed_cost,
                                                                     removed.is_flagged);
    }

    void reverse(const DeliveryComparison::Removed& removed) {
        const auto month = m_comparison.billed_in(removed.period);
        m_reverse.reset();
        m_reverse.bind(1, m_import);
        m_reverse.bind(2, month.key());
        m_reverse.bind(3, removed.charge);
        m_reverse.exec();
        if (m_comparison.revised().charges().contains(removed.charge))
            return hold_reversal(removed, month);
        m_effects[{month, removed.currency}].added.add(minus(removed.billed_cost),
                                                       removed.is_flagged);
    }

    // Which of several equal charges is gone, and so who gets the money back, is to be decided.
    void hold_reversal(const DeliveryComparison::Removed& removed, BillingPeriod month) {
        m_transaction.handle().exec("UPDATE charge SET decision = NULL, flags = flags | " +
                                    std::to_string(revised_bit) +
                                    " WHERE id = last_insert_rowid()");
        m_effects[{month, removed.currency}].added.add(minus(removed.billed_cost), true);
    }

    void hold_revised_corrections() {
        SQLite::Statement hold(m_transaction.handle(),
                               "UPDATE temp.staged_charge SET flags = flags | ?"
                               " WHERE id = ?");
        hold.bind(1, revised_bit);
        for (const auto reference : m_comparison.revised().rows()) {
            hold.reset();
            hold.bind(2, reference);
            hold.exec();
        }
    }

    void store_corrections() {
        hold_revised_corrections();
        const std::string columns(charge_fact_columns);
        m_transaction.handle().exec("CREATE INDEX temp.pair_reference ON pair (new_reference)");
        SQLite::Statement insert(m_transaction.handle(),
                                 "INSERT INTO charge (" + columns +
                                     ", billed_in, correction, corrects) SELECT " + columns +
                                     ", ?1, 2, (SELECT CASE WHEN o.superseded_by IS NULL"
                                     " THEN o.id ELSE o.corrects END FROM temp.pair AS p"
                                     " JOIN charge AS o ON o.id = p.old_charge"
                                     " WHERE p.new_reference = s.id) FROM temp.staged_charge AS s"
                                     " WHERE period = ?2 ORDER BY s.id");
        for (const auto& period : m_comparison.outcome().periods) {
            if (!period.billed_in)
                continue;
            insert.reset();
            insert.bind(1, period.billed_in->key());
            insert.bind(2, period.period.key());
            insert.exec();
        }
        m_transaction.handle().exec("DROP TABLE temp.staged_charge");
        for (const auto& [key, tally] : m_comparison.outcome().corrected)
            m_effects[{m_comparison.billed_in(key.first), key.second}].added.append(tally);
    }

    void count_changed() {
        for (const auto& total : m_comparison.outcome().differences) {
            BillingPeriod month = total.period;
            for (const auto& period : m_comparison.outcome().periods) {
                if (period.period == total.period && period.billed_in)
                    month = *period.billed_in;
            }
            if (total.changed > 0)
                m_effects[{month, total.currency}].changed += total.changed;
        }
    }

    const Transaction& m_transaction;
    std::int64_t m_import;
    const DeliveryComparison& m_comparison;
    ImportEffects& m_effects;
    SQLite::Statement m_supersede;
    SQLite::Statement m_reverse;
};

}  // namespace

void apply_difference(const Transaction& transaction, std::int64_t import,
                      const DeliveryComparison& comparison, ImportEffects& effects) {
    DifferenceWriter(transaction, import, comparison, effects).run();
}

void add_stored_rows(const ChargeSummary& summary, const DeliveryOutcome& outcome,
                     ImportEffects& effects) {
    for (const auto& [key, totals] : summary.periods()) {
        ChargeTally stored{.charges = totals.rows,
                           .held = totals.held_rows,
                           .cost = totals.billed,
                           .held_cost = totals.held};
        for (const auto* others : {&outcome.unchanged, &outcome.corrected}) {
            const auto found = others->find(key);
            if (found != others->end())
                stored.subtract(found->second);
        }
        if (stored.charges > 0 || stored.held > 0)
            effects[key].added.append(stored);
    }
}

}  // namespace focus_billing
