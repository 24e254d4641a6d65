#include "focus_billing/store/statements/statement_charges.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <string>

#include "focus_billing/store/transaction.hpp"
#include "store/charges/billed_charges.hpp"
#include "store/charges/stored_attributions.hpp"
#include "store/prepared_insert.hpp"
#include "store/reports/report_rows.hpp"

namespace focus_billing {

namespace {

constexpr const char* make_order = R"sql(
CREATE TEMP TABLE IF NOT EXISTS stated (statement INTEGER NOT NULL, charge INTEGER NOT NULL) STRICT;
DELETE FROM temp.stated)sql";

// The LIMIT keeps SQLite from sorting the rows with all their columns.
constexpr const char* select_charges = R"sql(
SELECT s.statement, c.id, c.period, c.start, c.currency, c.list_cost, c.consumed_quantity,
    c.resource_id, c.resource_name, c.charge_category, c.charge_class, c.charge_description,
    c.service_name, c.region_id, c.consumed_unit, c.import_id, c.line, c.correction, c.corrects,
    c.carried_into,
    CASE WHEN c.decision IS NULL THEN c.attribution
         ELSE (SELECT ifnull(attribution, c.attribution) FROM decision WHERE id = c.decision) END,
    c.billed_cost, c.effective_cost
FROM (SELECT statement, charge FROM temp.stated ORDER BY statement, charge LIMIT -1) AS s
CROSS JOIN charge AS c ON c.id = s.charge)sql";

enum Column : int {
    statement,
    id,
    period,
    start,
    currency,
    list_cost,
    consumed_quantity,
    resource_id,
    resource_name,
    charge_category,
    charge_class,
    charge_description,
    service_name,
    region_id,
    consumed_unit,
    import_id,
    line,
    correction,
    corrects,
    carried_into,
    payer,
    billed_cost,
    effective_cost
};

struct ImportFacts {
    std::string source;
    bool charges_effective = false;
    bool is_review = false;
};

std::optional<Decimal> amount(const SQLite::Column& column) {
    if (column.isNull())
        return std::nullopt;
    return parse_decimal(column.getText()).value;
}

std::string text_of(const std::optional<Decimal>& value) {
    return value ? value->text() : std::string();
}

}  // namespace

class StatedCharges::Reader {
public:
    Reader(const Transaction& transaction, BillingPeriod month, const PlaceStatement& place)
        : m_month(month), m_names(transaction), m_attributions(transaction),
          m_imports(read_imports(transaction)),
          m_rows(order(transaction, month, place), select_charges) {}

    bool next() {
        if (!m_rows.executeStep())
            return false;
        const auto& import = m_imports.at(m_rows.getColumn(Column::import_id).getInt64());
        read_amounts(import);
        read_texts();
        m_charge.charge.source = import.source;
        m_charge.charge.kind = kind_of(import);
        m_charge.charge.period = month_text();
        return true;
    }

    [[nodiscard]] const StatementChargeRow& charge() const { return m_charge; }

private:
    static std::map<std::int64_t, ImportFacts> read_imports(const Transaction& transaction) {
        std::map<std::int64_t, ImportFacts> imports;
        SQLite::Statement rows(
            transaction.handle(),
            "SELECT id, source, cost = 'effective', review IS NOT NULL FROM import");
        while (rows.executeStep()) {
            imports.emplace(rows.getColumn(0).getInt64(),
                            ImportFacts{.source = rows.getColumn(1).getString(),
                                        .charges_effective = rows.getColumn(2).getInt() != 0,
                                        .is_review = rows.getColumn(3).getInt() != 0});
        }
        return imports;
    }

    static SQLite::Database& order(const Transaction& transaction, BillingPeriod month,
                                   const PlaceStatement& place) {
        transaction.handle().exec(make_order);
        InsertStatement insert(transaction.handle(), "INSERT INTO temp.stated VALUES (?, ?)");
        for_each_billed_charge(transaction, month, [&](const BilledCharge& charge) {
            if (const auto statement = place(charge)) {
                insert.bind(std::int64_t{*statement});
                insert.bind(charge.id);
                insert.insert();
            }
        });
        return transaction.handle();
    }

    void read_amounts(const ImportFacts& import) {
        m_charge.statement = m_rows.getColumn(Column::statement).getUInt();
        m_charge.list = amount(m_rows.getColumn(Column::list_cost));
        m_charge.quantity = amount(m_rows.getColumn(Column::consumed_quantity));
        m_charge.cost = amount(m_rows.getColumn(Column::billed_cost)).value_or(Decimal());
        if (import.charges_effective) {
            m_charge.cost =
                amount(m_rows.getColumn(Column::effective_cost)).value_or(m_charge.cost);
        }
        m_charge.charge.amount = m_charge.cost.text();
        m_charge.charge.list = text_of(m_charge.list);
        m_charge.charge.quantity = text_of(m_charge.quantity);
    }

    void read_texts() {
        StatementCharge& charge = m_charge.charge;
        charge.id = m_rows.getColumn(Column::id).getInt64();
        charge.day = day_text();
        charge.service = name(Column::service_name);
        charge.resource_id = m_rows.getColumn(Column::resource_id).getString();
        charge.resource_name = m_rows.getColumn(Column::resource_name).getString();
        charge.description = name(Column::charge_description);
        charge.region = name(Column::region_id);
        charge.unit = m_charge.quantity ? name(Column::consumed_unit) : std::string();
        charge.import_id = m_rows.getColumn(Column::import_id).getInt64();
        charge.line = static_cast<std::uint64_t>(m_rows.getColumn(Column::line).getInt64());
        charge.corrects = std::nullopt;
        if (!m_rows.getColumn(Column::corrects).isNull())
            charge.corrects = m_rows.getColumn(Column::corrects).getInt64();
        m_charge.payer = m_rows.getColumn(Column::payer).getInt64();
        m_charge.values = &m_attributions.texts(m_charge.payer).values;
    }

    [[nodiscard]] const std::string& name(Column column) {
        return m_names.name(m_rows.getColumn(column).getInt64());
    }

    [[nodiscard]] std::string day_text() {
        const auto cell = m_rows.getColumn(Column::start);
        if (cell.isNull())
            return {};
        return instant_text({.seconds = cell.getInt64()}).substr(0, 10);
    }

    LineKind kind_of(const ImportFacts& import) {
        if (import.is_review)
            return LineKind::transfer;
        if (!m_rows.getColumn(Column::correction).isNull() ||
            name(Column::charge_class) == "Correction")
            return LineKind::correction;
        if (!m_rows.getColumn(Column::carried_into).isNull())
            return LineKind::carried;
        const auto& category = name(Column::charge_category);
        if (category == "Tax")
            return LineKind::tax;
        if (category == "Credit")
            return LineKind::credit;
        return category == "Adjustment" ? LineKind::adjustment : LineKind::service;
    }

    [[nodiscard]] std::string month_text() {
        const auto month = BillingPeriod::of_key(m_rows.getColumn(Column::period).getInt());
        return month == m_month ? std::string() : month.text();
    }

    BillingPeriod m_month;
    ReportNames m_names;
    StoredAttributions m_attributions;
    std::map<std::int64_t, ImportFacts> m_imports;
    SQLite::Statement m_rows;
    StatementChargeRow m_charge;
};

StatedCharges::StatedCharges(const Transaction& transaction, BillingPeriod period,
                             const PlaceStatement& place)
    : m_reader(std::make_unique<Reader>(transaction, period, place)) {}

StatedCharges::~StatedCharges() = default;

bool StatedCharges::next() {
    return m_reader->next();
}

const StatementChargeRow& StatedCharges::charge() const {
    return m_reader->charge();
}

}  // namespace focus_billing
