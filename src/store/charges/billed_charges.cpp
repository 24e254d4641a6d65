#include "store/charges/billed_charges.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <string>

#include "focus_billing/store/transaction.hpp"
#include "store/charges/stored_attributions.hpp"

namespace focus_billing {

namespace {

constexpr const char* billed_columns = R"sql(
SELECT c.id, i.id, c.currency,
    CASE i.cost WHEN 'effective' THEN ifnull(c.effective_cost, c.billed_cost)
                ELSE c.billed_cost END,
    CASE WHEN c.decision IS NULL THEN c.attribution
         ELSE (SELECT ifnull(attribution, c.attribution) FROM decision WHERE id = c.decision) END
)sql";

// Imports are walked in their order: their charges have consecutive numbers.
constexpr const char* billed_of_month = R"sql(
FROM import AS i CROSS JOIN charge AS c
WHERE i.id IN (SELECT import_id FROM import_effect WHERE period = ?1)
    AND c.id BETWEEN i.first_charge AND i.last_charge AND +c.import_id = i.id
    AND +ifnull(c.billed_in, c.period) = ?1 AND +c.superseded_by IS NULL
)sql";

constexpr const char* billed_in_it = R"sql(
    AND (c.decision IS NULL AND c.flags = 0 OR c.decision IS NOT NULL AND c.carried_into IS NULL
         AND (SELECT verdict FROM decision WHERE id = c.decision) <> 'reject')
)sql";

constexpr const char* held_in_it = R"sql(
    AND c.flags <> 0 AND (c.decision IS NULL OR c.carried_into IS NOT NULL)
)sql";

constexpr const char* billed_of_carried = R"sql(
FROM charge AS c JOIN import AS i ON i.id = c.import_id
WHERE c.carried_into = ?1 AND c.superseded_by IS NULL
    AND (SELECT verdict FROM decision WHERE id = c.decision) <> 'reject'
)sql";

// GCC 12 sees a fault where a literal is appended to a string made of another one.
std::string select_billed(std::string_view from, std::string_view condition = {}) {
    std::string sql = billed_columns;
    return sql.append(from).append(condition);
}

class BilledRows {
public:
    explicit BilledRows(const Transaction& transaction)
        : m_transaction(transaction), m_attributions(transaction) {
        SQLite::Statement sources(transaction.handle(), "SELECT id, source FROM import");
        while (sources.executeStep())
            m_sources.emplace(sources.getColumn(0).getInt64(), sources.getColumn(1).getString());
    }

    void read(const std::string& sql, BillingPeriod period, const OnBilledCharge& on_charge) {
        SQLite::Statement rows(m_transaction.handle(), sql);
        rows.bind(1, period.key());
        BilledCharge charge;
        while (rows.executeStep()) {
            charge.id = rows.getColumn(0).getInt64();
            charge.import = rows.getColumn(1).getInt64();
            charge.source = m_sources.at(charge.import);
            charge.currency = rows.getColumn(2).getText();
            charge.cost = parse_decimal(rows.getColumn(3).getText()).value;
            charge.payer = rows.getColumn(4).getInt64();
            charge.values = &m_attributions.texts(charge.payer).values;
            on_charge(charge);
        }
    }

private:
    const Transaction& m_transaction;
    StoredAttributions m_attributions;
    std::map<std::int64_t, std::string> m_sources;
};

}  // namespace

void for_each_billed_charge(const Transaction& transaction, BillingPeriod period,
                            const OnBilledCharge& on_charge) {
    BilledRows rows(transaction);
    rows.read(select_billed(billed_of_month, billed_in_it), period, on_charge);
    rows.read(select_billed(billed_of_carried), period, on_charge);
}

void for_each_held_charge(const Transaction& transaction, BillingPeriod period,
                          const OnBilledCharge& on_charge) {
    BilledRows(transaction).read(select_billed(billed_of_month, held_in_it), period, on_charge);
}

}  // namespace focus_billing
