#include "focus_billing/store/periods/query_periods.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <map>

#include "focus_billing/model/decimal_sum.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

namespace {

// What imports added to a month, less what they took out of it, is what it has.
constexpr const char* select_totals = R"sql(
SELECT period, currency, sum(added - removed) AS charges, decimal_sum(added_cost),
    decimal_sum(removed_cost), sum(held), decimal_sum(held_cost)
FROM import_effect GROUP BY period, currency HAVING charges <> 0 ORDER BY period, currency)sql";

// What charges that were decided change in the totals of a month: its number, then a code of what
// it is that changes. Charges with a decision are few.
constexpr const char* select_decided = R"sql(
WITH decided AS (
    SELECT ifnull(c.billed_in, c.period) AS month, c.carried_into, c.currency, c.billed_cost,
        c.flags, d.verdict
    FROM charge AS c JOIN decision AS d ON d.id = c.decision
    WHERE c.decision IS NOT NULL AND c.superseded_by IS NULL)
SELECT month, 'held', currency, -count(*), decimal_sub('0', decimal_sum(billed_cost))
FROM decided WHERE flags <> 0 GROUP BY month, currency
UNION ALL
SELECT period, 'held', currency, sum(flagged), decimal_sum(flagged_cost)
FROM attribution_effect GROUP BY period, currency
UNION ALL
SELECT ifnull(carried_into, month) AS counts_in, 'rejected', currency, count(*),
    decimal_sum(billed_cost)
FROM decided WHERE verdict = 'reject' GROUP BY counts_in, currency
UNION ALL
SELECT carried_into, 'carried in', currency, count(*), decimal_sum(billed_cost)
FROM decided WHERE carried_into IS NOT NULL GROUP BY carried_into, currency)sql";

constexpr const char* select_periods = R"sql(
SELECT p.key, p.status, p.opened_at, ifnull(a.at, p.opened_at), a.os_user, a.actor,
    (SELECT count(*) FROM import_period WHERE period = p.key AND superseded_by IS NULL)
FROM period AS p LEFT JOIN audit AS a ON a.seq = (
    SELECT max(seq) FROM audit
    WHERE period = p.key AND action IN ('open', 'close', 'reopen', 'finalize'))
ORDER BY p.key)sql";

std::uint64_t unsigned_of(const SQLite::Column& column) {
    return static_cast<std::uint64_t>(column.getInt64());
}

std::optional<std::string> text_of(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(column.getString());
}

std::string difference_of(const std::string& added, const std::string& removed) {
    DecimalSum sum = DecimalSum::parse(added).value_or(DecimalSum());
    sum.subtract(DecimalSum::parse(removed).value_or(DecimalSum()));
    return sum.text();
}

std::string sum(const std::string& left, const std::string& right) {
    DecimalSum sum = DecimalSum::parse(left).value_or(DecimalSum());
    sum.add(DecimalSum::parse(right).value_or(DecimalSum()));
    return sum.text();
}

std::map<int, std::vector<PeriodTotal>> read_totals(const Transaction& transaction) {
    SQLite::Statement statement(transaction.handle(), select_totals);
    std::map<int, std::vector<PeriodTotal>> totals;
    while (statement.executeStep()) {
        totals[statement.getColumn(0).getInt()].push_back(
            {.currency = statement.getColumn(1).getString(),
             .charges = unsigned_of(statement.getColumn(2)),
             .billed = difference_of(statement.getColumn(3).getString(),
                                     statement.getColumn(4).getString()),
             .held = unsigned_of(statement.getColumn(5)),
             .held_cost = statement.getColumn(6).getString()});
    }
    return totals;
}

PeriodTotal& total_of(std::vector<PeriodTotal>& totals, const std::string& currency) {
    const auto place = std::ranges::lower_bound(totals, currency, {}, &PeriodTotal::currency);
    if (place != totals.end() && place->currency == currency)
        return *place;
    return *totals.insert(place, {.currency = currency, .billed = "0", .held_cost = "0"});
}

void add_decided(const Transaction& transaction, std::map<int, std::vector<PeriodTotal>>& totals) {
    SQLite::Statement statement(transaction.handle(), select_decided);
    while (statement.executeStep()) {
        PeriodTotal& total =
            total_of(totals[statement.getColumn(0).getInt()], statement.getColumn(2).getString());
        const std::string what = statement.getColumn(1).getString();
        const auto count = unsigned_of(statement.getColumn(3));
        const std::string cost = statement.getColumn(4).getString();
        if (what == "held") {
            total.held += count;
            total.held_cost = sum(total.held_cost, cost);
        } else if (what == "rejected") {
            total.rejected = count;
            total.rejected_cost = cost;
        } else {
            total.carried_in = count;
            total.carried_in_cost = cost;
        }
    }
}

std::vector<PeriodRecord> list_periods(const Transaction& transaction) {
    auto totals = read_totals(transaction);
    add_decided(transaction, totals);
    SQLite::Statement statement(transaction.handle(), select_periods);
    std::vector<PeriodRecord> periods;
    while (statement.executeStep()) {
        const int key = statement.getColumn(0).getInt();
        periods.push_back({.period = BillingPeriod::of_key(key),
                           .status = statement.getColumn(1).getString(),
                           .opened_at = statement.getColumn(2).getString(),
                           .since = statement.getColumn(3).getString(),
                           .os_user = text_of(statement.getColumn(4)),
                           .actor = text_of(statement.getColumn(5)),
                           .imports = unsigned_of(statement.getColumn(6)),
                           .totals = std::move(totals[key])});
    }
    return periods;
}

}  // namespace

std::vector<PeriodRecord> query_periods(const Transaction& transaction) {
    return transaction.run([&] { return list_periods(transaction); });
}

}  // namespace focus_billing
