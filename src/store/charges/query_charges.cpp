#include "focus_billing/store/charges/query_charges.hpp"
#include "focus_billing/store/transaction.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <variant>
#include <vector>

namespace focus_billing {

namespace {

struct Condition {
    std::string sql;
    const char* parameter;  // none: nothing to bind
    std::variant<std::int64_t, std::string> value;
};

using Conditions = std::vector<Condition>;

// Who pays: by decision, or else by tags and rules.
constexpr std::string_view payer = "CASE WHEN c.decision IS NULL THEN c.attribution ELSE"
                                   " (SELECT ifnull(d.attribution, c.attribution) FROM decision"
                                   " AS d WHERE d.id = c.decision) END";

void add_places(const ChargeFilter& filter, Conditions& conditions) {
    if (!filter.charges.empty()) {
        std::string numbers;
        for (const auto charge : filter.charges)
            numbers.append(numbers.empty() ? "" : ", ").append(std::to_string(charge));
        std::string sql = " AND c.id IN (";
        conditions.push_back({sql.append(numbers).append(")"), nullptr, {}});
    }
    if (filter.period) {
        conditions.push_back({" AND coalesce(c.carried_into, c.billed_in, c.period) = :period"
                              " AND +i.id IN (SELECT import_id FROM import_effect WHERE period ="
                              " :period UNION SELECT import_id FROM charge WHERE carried_into ="
                              " :period)",
                              ":period", std::int64_t{filter.period->key()}});
    }
    if (filter.import)
        conditions.push_back({" AND i.id = :import", ":import", *filter.import});
    if (!filter.source.empty()) {
        conditions.push_back({" AND i.source = :source COLLATE NOCASE", ":source", filter.source});
    }
}

// GCC 12 sees a fault where a literal is appended to a string made of another one.
std::string payer_condition(std::string_view comparison) {
    std::string sql = " AND " + std::string(payer) + " IN (SELECT id FROM attribution WHERE ";
    return sql.append(comparison).append(")");
}

void add_payers(const ChargeFilter& filter, Conditions& conditions) {
    if (!filter.pi_email.empty()) {
        conditions.push_back(
            {payer_condition("pi_email = :pi COLLATE NOCASE"), ":pi", filter.pi_email});
    }
    if (!filter.project_id.empty()) {
        conditions.push_back(
            {payer_condition("project_id = :project"), ":project", filter.project_id});
    }
    if (!filter.fund_org.empty()) {
        conditions.push_back(
            {payer_condition("fund_org = :fund_org"), ":fund_org", filter.fund_org});
    }
}

void add_facts(const ChargeFilter& filter, Conditions& conditions) {
    if (!filter.service.empty()) {
        conditions.push_back({" AND +c.service_name IN (SELECT id FROM name"
                              " WHERE text = :service COLLATE NOCASE)",
                              ":service", filter.service});
    }
    if (filter.flag) {
        conditions.push_back(
            {" AND c.flags & :flag <> 0", ":flag", std::int64_t{bit_of(*filter.flag)}});
    }
    if (filter.held)
        conditions.push_back(
            {" AND c.flags <> :none AND c.decision IS NULL", ":none", std::int64_t{0}});
    if (filter.decided)
        conditions.push_back({" AND c.decision > :none", ":none", std::int64_t{0}});
    if (filter.above) {
        conditions.push_back({" AND decimal_cmp(ltrim(c.billed_cost, '-'), :above) > 0", ":above",
                              filter.above->text()});
    }
    if (filter.below) {
        conditions.push_back({" AND decimal_cmp(ltrim(c.billed_cost, '-'), :below) < 0", ":below",
                              filter.below->text()});
    }
}

Conditions conditions_of(const ChargeFilter& filter) {
    Conditions conditions;
    add_places(filter, conditions);
    add_payers(filter, conditions);
    add_facts(filter, conditions);
    conditions.push_back({" AND (c.superseded_by IS NULL) <> :superseded", ":superseded",
                          std::int64_t{filter.superseded ? 1 : 0}});
    return conditions;
}

// The charges of an import have consecutive ids, and those of a later import higher ones: walking
// the imports in their order finds the charges in theirs, with nothing to sort and no index. A plus
// sign before a column keeps SQLite from building an index of its own for it.
std::string from_where(const Conditions& conditions) {
    std::string sql =
        " FROM import AS i CROSS JOIN charge AS c"
        " WHERE c.id BETWEEN i.first_charge AND i.last_charge AND +c.import_id = i.id";
    for (const auto& condition : conditions)
        sql += condition.sql;
    return sql;
}

std::string order_by(const ChargeFilter& filter) {
    const std::string direction = filter.descending ? " DESC" : " ASC";
    const std::string then_by_id = direction + " NULLS LAST, i.id, c.id";
    const auto attribute = [&](const std::string& name) {
        return "(SELECT " + name + " FROM attribution WHERE id = " + std::string(payer) +
               ") COLLATE NOCASE";
    };
    switch (filter.order) {
    case ChargeSort::id: break;
    case ChargeSort::amount: return "c.billed_cost COLLATE decimal" + then_by_id;
    case ChargeSort::date:
        return "c.start" + direction + " NULLS LAST, ifnull(c.start_nanoseconds, 0)" + then_by_id;
    case ChargeSort::pi: return attribute("pi_email") + then_by_id;
    case ChargeSort::project: return attribute("project_id") + then_by_id;
    case ChargeSort::service:
        return "(SELECT text FROM name WHERE id = c.service_name) COLLATE NOCASE" + then_by_id;
    }
    return "i.id" + direction + ", c.id" + direction;
}

void bind(const Conditions& conditions, SQLite::Statement& statement) {
    for (const auto& condition : conditions) {
        if (condition.parameter == nullptr)
            continue;
        std::visit([&](const auto& value) { statement.bind(condition.parameter, value); },
                   condition.value);
    }
}

std::uint64_t count(const Transaction& transaction, const Conditions& conditions) {
    SQLite::Statement statement(transaction.handle(), "SELECT count(*)" + from_where(conditions));
    bind(conditions, statement);
    statement.executeStep();
    return static_cast<std::uint64_t>(statement.getColumn(0).getInt64());
}

// Looks up one charge by its id.
class ChargeReader {
public:
    explicit ChargeReader(const Transaction& transaction)
        : m_statement(transaction.handle(), sql()) {}

    /// The views live until the next call.
    const StoredCharge& read(std::int64_t id) {
        m_statement.reset();
        m_statement.bind(1, id);
        m_statement.executeStep();
        for (std::size_t i = 0; i < charge_columns.size(); ++i) {
            const auto column = m_statement.getColumn(static_cast<int>(i));
            m_charge.cells[i].reset();
            if (column.isNull())
                continue;
            const char* text = column.getText();
            m_charge.cells[i].emplace(text, static_cast<std::size_t>(column.getBytes()));
        }
        return m_charge;
    }

private:
    static std::string sql() {
        std::string columns;
        for (const auto& column : charge_columns) {
            columns += columns.empty() ? "" : ", ";
            columns += column.name;
        }
        return "SELECT " + columns + " FROM focus_charge_history WHERE x_ChargeId = ?";
    }

    SQLite::Statement m_statement;
    StoredCharge m_charge;
};

std::uint64_t stream(const Transaction& transaction, const ChargeFilter& filter,
                     const std::function<bool(const StoredCharge&)>& on_charge) {
    const Conditions conditions = conditions_of(filter);
    SQLite::Statement ids(transaction.handle(), "SELECT c.id" + from_where(conditions) +
                                                    " ORDER BY " + order_by(filter) +
                                                    " LIMIT :limit");
    bind(conditions, ids);
    ids.bind(":limit", filter.limit ? static_cast<std::int64_t>(*filter.limit) : std::int64_t{-1});
    ChargeReader reader(transaction);
    std::uint64_t shown = 0;
    while (ids.executeStep()) {
        ++shown;
        if (!on_charge(reader.read(ids.getColumn(0).getInt64())))
            break;
    }
    return shown == filter.limit ? count(transaction, conditions) : shown;
}

}  // namespace

std::vector<std::int64_t> find_charges(const Transaction& transaction, const ChargeFilter& filter) {
    return transaction.run([&] {
        std::vector<std::int64_t> charges;
        const Conditions conditions = conditions_of(filter);
        SQLite::Statement ids(transaction.handle(), "SELECT c.id" + from_where(conditions) +
                                                        " ORDER BY " + order_by(filter));
        bind(conditions, ids);
        while (ids.executeStep())
            charges.push_back(ids.getColumn(0).getInt64());
        return charges;
    });
}

std::uint64_t query_charges(const Transaction& transaction, const ChargeFilter& filter,
                            const std::function<bool(const StoredCharge&)>& on_charge) {
    return transaction.run([&] { return stream(transaction, filter, on_charge); });
}

}  // namespace focus_billing
