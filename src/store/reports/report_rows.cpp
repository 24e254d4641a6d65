#include "store/reports/report_rows.hpp"
#include "focus_billing/store/transaction.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace focus_billing {

namespace {

constexpr const char* select_rows = R"sql(
SELECT coalesce(c.carried_into, c.billed_in, c.period), c.import_id,
    CASE WHEN c.decision IS NULL THEN c.attribution
         ELSE (SELECT ifnull(attribution, c.attribution) FROM decision WHERE id = c.decision) END,
    c.service_name, c.sub_account_id, c.tag_set, c.flags <> 0 AND c.decision IS NULL,
    c.decision IS NOT NULL
        AND (SELECT verdict = 'reject' FROM decision WHERE id = c.decision),
    c.currency, CASE i.cost WHEN 'effective' THEN ifnull(c.effective_cost, c.billed_cost)
                     ELSE c.billed_cost END
FROM charge AS c JOIN import AS i ON i.id = c.import_id
WHERE c.superseded_by IS NULL
    AND coalesce(c.carried_into, c.billed_in, c.period) BETWEEN ? AND ?)sql";

constexpr std::size_t most_payers = 100'000;
constexpr std::size_t most_name_bytes = std::size_t{16} << 20U;
constexpr std::size_t node_size = 80;
constexpr int first_month = 0;
constexpr int last_month = 9999 * 12 + 11;

}  // namespace

void for_each_report_row(const Transaction& transaction, const ReportMonths& months, bool by_tags,
                         const std::function<void(const ReportRow&)>& on_row) {
    std::string sql = select_rows;
    if (by_tags)
        sql += " ORDER BY c.tag_set";
    SQLite::Statement rows(transaction.handle(), sql);
    rows.bind(1, months.from ? months.from->key() : first_month);
    rows.bind(2, months.to ? months.to->key() : last_month);
    ReportRow row;
    while (rows.executeStep()) {
        row.month = BillingPeriod::of_key(rows.getColumn(0).getInt());
        row.import_id = rows.getColumn(1).getInt64();
        row.payer = rows.getColumn(2).getInt64();
        row.service = rows.getColumn(3).getInt64();
        row.sub_account = rows.getColumn(4).getInt64();
        row.tag_set = rows.getColumn(5).getInt64();
        row.is_held = rows.getColumn(6).getInt() != 0;
        row.is_rejected = rows.getColumn(7).getInt() != 0;
        row.currency = rows.getColumn(8).getText();
        row.cost = parse_decimal(rows.getColumn(9).getText()).value;
        on_row(row);
    }
}

ReportNames::ReportNames(const Transaction& transaction) : m_transaction(transaction) {
    SQLite::Statement sources(transaction.handle(), "SELECT id, source FROM import");
    while (sources.executeStep())
        m_sources.emplace(sources.getColumn(0).getInt64(), sources.getColumn(1).getString());
}

const std::string& ReportNames::name(std::int64_t id) {
    if (m_name_bytes > most_name_bytes) {
        m_names.clear();
        m_name_bytes = 0;
    }
    auto [found, is_new] = m_names.try_emplace(id);
    if (is_new && id != 0) {
        SQLite::Statement query(m_transaction.handle(), "SELECT text FROM name WHERE id = ?");
        query.bind(1, id);
        if (query.executeStep())
            found->second = query.getColumn(0).getString();
        m_name_bytes += found->second.size() + node_size;
    }
    return found->second;
}

const std::string& ReportNames::source(std::int64_t import) {
    return m_sources[import];
}

const std::string& ReportNames::payer(std::int64_t attribution, std::size_t attribute) {
    if (m_payers.size() > most_payers)
        m_payers.clear();
    auto [found, is_new] = m_payers.try_emplace({attribution, attribute});
    if (is_new && attribution != 0) {
        SQLite::Statement query(
            m_transaction.handle(),
            "SELECT pi_email, project_id, fund_org FROM attribution WHERE id = ?");
        query.bind(1, attribution);
        if (query.executeStep())
            found->second = query.getColumn(static_cast<int>(attribute)).getString();
    }
    return found->second;
}

bool is_larger(const DecimalSum& a, const DecimalSum& b) {
    return a.magnitude().difference(b.magnitude()).sign() > 0;
}

}  // namespace focus_billing
