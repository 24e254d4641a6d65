#include "focus_billing/store/apply_difference.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "focus_billing/store/charge_fact_columns.hpp"

namespace focus_billing {

namespace {

std::string negated(const std::string& column) {
    return "CASE WHEN " + column + " IS NULL OR " + column + " = '0' THEN " + column + " WHEN " +
           column + " LIKE '-%' THEN substr(" + column + ", 2) ELSE '-' || " + column + " END";
}

// A reversal has the content hash of the charge that it reverses.
std::string insert_reversal() {
    return "INSERT INTO charge (" + std::string(charge_fact_columns) +
           ", billed_in, correction, corrects) SELECT ?1, NULL, 0, period, flags, attribution, tag_set,"
           " start, start_nanoseconds, end, end_nanoseconds, " +
           negated("billed_cost") + ", " + negated("list_cost") + ", " +
           negated("contracted_cost") + ", " + negated("effective_cost") + ", " +
           negated("consumed_quantity") +
           ", currency, resource_id, resource_name, charge_category, charge_class,"
           " charge_description, service_name, service_category, region_id, sku_id,"
           " sub_account_id, sub_account_name, provider_name, invoice_id, consumed_unit,"
           " content_hash, ?2, 1, id FROM charge WHERE id = ?3";
}

Decimal minus(const Decimal& value) {
    return Decimal::of(-value.coefficient(), value.scale());
}

class DifferenceWriter {
public:
    DifferenceWriter(SQLite::Database& database, std::int64_t import,
                     const DeliveryComparison& comparison, ImportEffects& effects)
        : m_database(database), m_import(import), m_comparison(comparison), m_effects(effects),
          m_supersede(database, "UPDATE OR FAIL charge SET superseded_by = ? WHERE id = ?"),
          m_reverse(database, insert_reversal()) {}

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
                                                                     removed.is_held);
    }

    void reverse(const DeliveryComparison::Removed& removed) {
        const auto month = m_comparison.billed_in(removed.period);
        m_reverse.reset();
        m_reverse.bind(1, m_import);
        m_reverse.bind(2, month.key());
        m_reverse.bind(3, removed.charge);
        m_reverse.exec();
        m_effects[{month, removed.currency}].added.add(minus(removed.billed_cost), removed.is_held);
    }

    void store_corrections() {
        const std::string columns(charge_fact_columns);
        m_database.exec("CREATE INDEX temp.pair_reference ON pair (new_reference)");
        SQLite::Statement insert(m_database,
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
        m_database.exec("DROP TABLE temp.staged_charge");
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

    SQLite::Database& m_database;
    std::int64_t m_import;
    const DeliveryComparison& m_comparison;
    ImportEffects& m_effects;
    SQLite::Statement m_supersede;
    SQLite::Statement m_reverse;
};

}  // namespace

void apply_difference(SQLite::Database& database, std::int64_t import,
                      const DeliveryComparison& comparison, ImportEffects& effects) {
    DifferenceWriter(database, import, comparison, effects).run();
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
        if (stored.charges > 0)
            effects[key].added.append(stored);
    }
}

}  // namespace focus_billing
