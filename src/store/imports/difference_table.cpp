#include "focus_billing/store/imports/difference_table.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "focus_billing/store/transaction.hpp"
#include "store/prepared_insert.hpp"

namespace focus_billing {

namespace {

constexpr const char* create_rows = R"sql(
DROP TABLE IF EXISTS temp.pair;
DROP TABLE IF EXISTS temp.ranked;
DROP TABLE IF EXISTS temp.difference;
CREATE TEMP TABLE difference (
    is_new INTEGER, period INTEGER, currency TEXT, key TEXT, reference INTEGER, line INTEGER,
    cost TEXT, resource TEXT, service TEXT, sku TEXT, category TEXT, start INTEGER, end INTEGER);
)sql";

constexpr const char* insert_new = R"sql(
INSERT INTO temp.difference VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
)sql";

constexpr const char* select_charge = R"sql(
SELECT c.period, c.currency,
    ifnull(c.resource_id, '') || char(31) || ifnull(c.start, '') || '.' ||
        ifnull(c.start_nanoseconds, 0) || char(31) || ifnull(c.end, '') || '.' ||
        ifnull(c.end_nanoseconds, 0) || char(31) || ifnull(k.text, '') || char(31) ||
        ifnull(g.text, '') || char(31) || ifnull(s.text, ''),
    c.id, c.line, c.billed_cost, c.resource_id, s.text, k.text, g.text, c.start, c.end
FROM charge AS c LEFT JOIN name AS s ON s.id = c.service_name LEFT JOIN name AS k ON k.id = c.sku_id
LEFT JOIN name AS g ON g.id = c.charge_category
)sql";

// With an index of its own for the join: SQLite would compare each row with each for a FULL JOIN.
constexpr const char* pair_all = R"sql(
CREATE TEMP TABLE ranked AS
SELECT *, row_number() OVER (PARTITION BY is_new, period, currency, key
                             ORDER BY cost COLLATE decimal, reference) AS n
FROM temp.difference;
CREATE INDEX temp.ranked_key ON ranked (is_new, period, currency, key, n);
CREATE TEMP TABLE pair AS
SELECT new.period, new.currency, old.reference AS old_charge, new.reference AS new_reference,
    new.line AS new_line, old.cost AS old_cost, new.cost AS new_cost,
    decimal_sub(new.cost, ifnull(old.cost, '0')) AS net, new.resource, new.service, new.sku,
    new.category, new.start, new.end
FROM temp.ranked AS new LEFT JOIN temp.ranked AS old ON old.is_new = 0 AND old.period = new.period
    AND old.currency = new.currency AND old.key = new.key AND old.n = new.n
WHERE new.is_new = 1
UNION ALL
SELECT old.period, old.currency, old.reference, NULL, NULL, old.cost, NULL,
    decimal_sub('0', old.cost), old.resource, old.service, old.sku, old.category, old.start, old.end
FROM temp.ranked AS old
WHERE old.is_new = 0 AND NOT EXISTS (
    SELECT 1 FROM temp.ranked AS new WHERE new.is_new = 1 AND new.period = old.period
        AND new.currency = old.currency AND new.key = old.key AND new.n = old.n);
DROP TABLE temp.ranked;
)sql";

// The charges that an import brought and those that it superseded or reversed, where it was
// compared with anything.
constexpr const char* charges_of_import = R"sql(
 JOIN import_period AS p ON p.period = c.period AND p.import_id = ?1
    AND p.kind IN ('snapshot', 'revision', 'replacement')
)sql";

// GCC 12 sees a fault where a literal is appended to a string made of another one.
std::string insert_stored(std::string_view is_new, std::string_view rest) {
    std::string sql = "INSERT INTO temp.difference SELECT ";
    sql.append(is_new).append(", * FROM (").append(select_charge).append(rest).append(")");
    return sql;
}

std::string of_import(std::string_view condition) {
    std::string sql = charges_of_import;
    return sql.append(condition);
}

std::string instant_key(const std::optional<Instant>& instant) {
    return instant ? std::to_string(instant->seconds) + "." + std::to_string(instant->nanoseconds)
                   : ".0";
}

std::string key_of(const StorableCharge& charge) {
    constexpr char separator = '\x1F';
    std::string key(charge.texts[index_of(StoredText::resource_id)]);
    key += separator + instant_key(charge.charge_period_start) + separator +
           instant_key(charge.charge_period_end);
    for (const auto text :
         {StoredText::sku_id, StoredText::charge_category, StoredText::service_name}) {
        key += separator;
        key += charge.texts[index_of(text)];
    }
    return key;
}

std::string text_of(const SQLite::Column& column) {
    return column.isNull() ? std::string() : column.getString();
}

std::string instant_of(const SQLite::Column& column) {
    return column.isNull() ? std::string() : instant_text({column.getInt64(), 0});
}

BillingPeriod period_of(const SQLite::Column& column) {
    return BillingPeriod::of_key(column.getInt());
}

DifferenceRow row_of(SQLite::Statement& query) {
    const auto number = [&](int column) {
        const auto cell = query.getColumn(column);
        return cell.isNull() ? std::nullopt : std::optional(cell.getInt64());
    };
    const auto cost = [&](int column) {
        const auto cell = query.getColumn(column);
        return cell.isNull() ? std::nullopt : std::optional(cell.getString());
    };
    return {.period = period_of(query.getColumn(0)),
            .currency = query.getColumn(1).getString(),
            .old_cost = cost(4),
            .new_cost = cost(5),
            .net = query.getColumn(6).getString(),
            .old_charge = number(2),
            .new_line = number(3),
            .resource_id = text_of(query.getColumn(7)),
            .service_name = text_of(query.getColumn(8)),
            .sku_id = text_of(query.getColumn(9)),
            .charge_category = text_of(query.getColumn(10)),
            .charge_period_start = instant_of(query.getColumn(11)),
            .charge_period_end = instant_of(query.getColumn(12))};
}

}  // namespace

class DifferenceTable::Statements {
public:
    explicit Statements(const Transaction& transaction)
        : added(transaction.handle(), insert_new),
          removed(transaction.handle(), insert_stored("0", " WHERE c.id = ?")) {}

    InsertStatement added;
    SQLite::Statement removed;
};

DifferenceTable::DifferenceTable(const Transaction& transaction) : m_transaction(transaction) {
    m_transaction.handle().exec(create_rows);
    m_statements = std::make_unique<Statements>(transaction);
}

DifferenceTable::~DifferenceTable() = default;

void DifferenceTable::add_new(const StorableCharge& charge, std::int64_t reference) {
    auto& insert = m_statements->added;
    const std::string key = key_of(charge);
    insert.bind(std::int64_t{charge.billing_period.key()});
    insert.bind(charge.texts[index_of(StoredText::billing_currency)]);
    insert.bind(key);
    insert.bind(reference);
    insert.bind(static_cast<std::int64_t>(charge.line));
    for (const auto text :
         {StoredText::billed_cost, StoredText::resource_id, StoredText::service_name,
          StoredText::sku_id, StoredText::charge_category})
        insert.bind_or_null(charge.texts[index_of(text)]);
    for (const auto& instant : {charge.charge_period_start, charge.charge_period_end}) {
        if (instant) {
            insert.bind(instant->seconds);
        } else {
            insert.bind_null();
        }
    }
    insert.insert();
}

void DifferenceTable::add_old(std::int64_t charge) {
    auto& insert = m_statements->removed;
    insert.reset();
    insert.bind(1, charge);
    insert.exec();
}

void DifferenceTable::add_import(std::int64_t import) {
    const std::vector<std::string> statements = {
        insert_stored("1", of_import(" WHERE c.import_id = ?1 AND c.correction IS NOT 1 AND c.id"
                                     " BETWEEN (SELECT first_charge FROM import WHERE id = ?1)"
                                     " AND (SELECT last_charge FROM import WHERE id = ?1)")),
        insert_stored("0", of_import(" WHERE c.superseded_by = ?1")),
        insert_stored("0", of_import(" WHERE c.id IN (SELECT corrects FROM charge WHERE correction"
                                     " = 1 AND corrects IS NOT NULL AND import_id = ?1)"))};
    for (const auto& sql : statements) {
        SQLite::Statement statement(m_transaction.handle(), sql);
        statement.bind(1, import);
        statement.exec();
    }
}

void DifferenceTable::pair_rows() {
    m_transaction.handle().exec(pair_all);
}

std::vector<DifferenceTotal> DifferenceTable::totals() const {
    SQLite::Statement query(m_transaction.handle(), R"sql(
SELECT period, currency, sum(old_charge IS NULL), sum(new_reference IS NULL),
    sum(old_charge IS NOT NULL AND new_reference IS NOT NULL), decimal_sum(net)
FROM temp.pair GROUP BY period, currency ORDER BY period, currency)sql");
    const auto count = [&](int column) {
        return static_cast<std::uint64_t>(query.getColumn(column).getInt64());
    };
    std::vector<DifferenceTotal> totals;
    while (query.executeStep()) {
        totals.push_back(
            {.period = period_of(query.getColumn(0)),
             .currency = query.getColumn(1).getString(),
             .added = count(2),
             .removed = count(3),
             .changed = count(4),
             .net = DecimalSum::parse(query.getColumn(5).getString()).value_or(DecimalSum{})});
    }
    return totals;
}

void DifferenceTable::for_each(std::optional<std::uint64_t> limit,
                               const OnDifferenceRow& on_row) const {
    SQLite::Statement query(m_transaction.handle(), R"sql(
SELECT period, currency, old_charge, new_line, old_cost, new_cost, net, resource, service, sku,
    category, start, end
FROM temp.pair
ORDER BY ltrim(net, '-') COLLATE decimal DESC, period, currency, new_line IS NULL, new_line,
    old_charge
LIMIT ?)sql");
    query.bind(1, limit ? static_cast<std::int64_t>(*limit) : std::int64_t{-1});
    while (query.executeStep())
        on_row(row_of(query));
}

void DifferenceTable::for_each_pair(
    const std::function<void(std::int64_t, std::int64_t)>& on_pair) const {
    SQLite::Statement query(m_transaction.handle(),
                            "SELECT new_reference, old_charge FROM temp.pair"
                            " WHERE new_reference IS NOT NULL AND old_charge IS NOT"
                            " NULL ORDER BY new_reference");
    while (query.executeStep())
        on_pair(query.getColumn(0).getInt64(), query.getColumn(1).getInt64());
}

ImportDifference::ImportDifference(Database& database, std::int64_t import)
    : m_transaction(database) {
    m_transaction.run([&] {
        m_table = std::make_unique<DifferenceTable>(m_transaction);
        m_table->add_import(import);
        m_table->pair_rows();
        m_totals = m_table->totals();
    });
}

ImportDifference::~ImportDifference() = default;

void ImportDifference::for_each(std::optional<std::uint64_t> limit,
                                const OnDifferenceRow& on_row) const {
    m_transaction.run([&] { m_table->for_each(limit, on_row); });
}

}  // namespace focus_billing
