#include "focus_billing/store/query_periods.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>

namespace focus_billing {

namespace {

std::uint64_t unsigned_of(const SQLite::Column& column) {
    return static_cast<std::uint64_t>(column.getInt64());
}

std::map<int, std::vector<PeriodTotal>> read_totals(SQLite::Database& database) {
    SQLite::Statement statement(database,
                                "SELECT period, currency, sum(charges), decimal_sum(billed),"
                                " sum(held), decimal_sum(held_cost) FROM import_total"
                                " GROUP BY period, currency ORDER BY period, currency");
    std::map<int, std::vector<PeriodTotal>> totals;
    while (statement.executeStep()) {
        totals[statement.getColumn(0).getInt()].push_back(
            {.currency = statement.getColumn(1).getString(),
             .charges = unsigned_of(statement.getColumn(2)),
             .billed = statement.getColumn(3).getString(),
             .held = unsigned_of(statement.getColumn(4)),
             .held_cost = statement.getColumn(5).getString()});
    }
    return totals;
}

std::vector<PeriodRecord> list_periods(SQLite::Database& database) {
    const SQLite::Transaction one_state(database);
    auto totals = read_totals(database);
    SQLite::Statement statement(database,
                                "SELECT key, status, opened_at, (SELECT count(DISTINCT import_id)"
                                " FROM import_total WHERE period = key) FROM period ORDER BY key");
    std::vector<PeriodRecord> periods;
    while (statement.executeStep()) {
        const int key = statement.getColumn(0).getInt();
        periods.push_back({.period = BillingPeriod(key / 12, key % 12 + 1),
                           .status = statement.getColumn(1).getString(),
                           .opened_at = statement.getColumn(2).getString(),
                           .imports = unsigned_of(statement.getColumn(3)),
                           .totals = std::move(totals[key])});
    }
    return periods;
}

}  // namespace

std::vector<PeriodRecord> query_periods(Database& database) {
    std::vector<PeriodRecord> periods;
    with_database_errors(database.path(), [&] { periods = list_periods(database.handle()); });
    return periods;
}

}  // namespace focus_billing
