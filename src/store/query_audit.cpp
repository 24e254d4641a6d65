#include "focus_billing/store/query_audit.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "store/audit_row.hpp"

namespace focus_billing {

namespace {

std::string from_where(const AuditFilter& filter) {
    std::string sql = " FROM audit WHERE 1";
    if (filter.period)
        sql += " AND period = :period";
    if (filter.import)
        sql += " AND import_id = :import";
    if (!filter.action.empty())
        sql += " AND action = :action COLLATE NOCASE";
    return sql;
}

void bind(const AuditFilter& filter, SQLite::Statement& statement) {
    if (filter.period)
        statement.bind(":period", filter.period->key());
    if (filter.import)
        statement.bind(":import", *filter.import);
    if (!filter.action.empty())
        statement.bind(":action", filter.action);
}

std::uint64_t count(SQLite::Database& database, const AuditFilter& filter) {
    SQLite::Statement statement(database, "SELECT count(*)" + from_where(filter));
    bind(filter, statement);
    statement.executeStep();
    return static_cast<std::uint64_t>(statement.getColumn(0).getInt64());
}

std::uint64_t stream(SQLite::Database& database, const AuditFilter& filter,
                     const std::function<bool(const AuditRecord&)>& on_entry) {
    const SQLite::Transaction one_state(database);
    const std::uint64_t all = count(database, filter);
    const std::uint64_t shown = std::min(all, filter.limit.value_or(all));
    std::string sql = "SELECT ";
    sql.append(audit_columns).append(from_where(filter));
    SQLite::Statement entries(database, sql.append(" ORDER BY seq LIMIT -1 OFFSET :before"));
    bind(filter, entries);
    entries.bind(":before", static_cast<std::int64_t>(all - shown));
    while (entries.executeStep()) {
        if (!on_entry(audit_record_of(entries)))
            break;
    }
    return all;
}

}  // namespace

std::uint64_t query_audit(Database& database, const AuditFilter& filter,
                          const std::function<bool(const AuditRecord&)>& on_entry) {
    std::uint64_t all = 0;
    with_database_errors(database.path(),
                         [&] { all = stream(database.handle(), filter, on_entry); });
    return all;
}

}  // namespace focus_billing
