#include "focus_billing/store/audit_trail.hpp"
#include "store/audit_trail.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "focus_billing/format/sha256.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

namespace {

std::optional<std::string> text_of(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(column.getString());
}

std::optional<std::int64_t> number_of(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(column.getInt64());
}

std::optional<BillingPeriod> period_of(const SQLite::Column& column) {
    if (column.isNull())
        return std::nullopt;
    const int key = column.getInt();
    return BillingPeriod::of_key(key);
}

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

std::uint64_t count(const Transaction& transaction, const AuditFilter& filter) {
    SQLite::Statement statement(transaction.handle(), "SELECT count(*)" + from_where(filter));
    bind(filter, statement);
    statement.executeStep();
    return static_cast<std::uint64_t>(statement.getColumn(0).getInt64());
}

std::uint64_t stream(const Transaction& transaction, const AuditFilter& filter,
                     const std::function<bool(const AuditRecord&)>& on_entry) {
    const std::uint64_t all = count(transaction, filter);
    const std::uint64_t shown = std::min(all, filter.limit.value_or(all));
    std::string sql = "SELECT ";
    sql.append(audit_columns).append(from_where(filter));
    SQLite::Statement entries(transaction.handle(),
                              sql.append(" ORDER BY seq LIMIT -1 OFFSET :before"));
    bind(filter, entries);
    entries.bind(":before", static_cast<std::int64_t>(all - shown));
    while (entries.executeStep()) {
        if (!on_entry(audit_record_of(entries)))
            break;
    }
    return all;
}

std::string_view view_of(const Sha256& hash) {
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

void add_field(std::string& text, const std::optional<std::string>& field) {
    text += field ? std::to_string(field->size()) + ":" + *field : "~";
    text += '\n';
}

std::optional<std::string> or_none(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<std::string> number_text(const std::optional<std::int64_t>& number) {
    return number ? std::optional(std::to_string(*number)) : std::nullopt;
}

AuditRecord next_record(const Transaction& transaction, const AuditEntry& entry) {
    SQLite::Statement last(transaction.handle(),
                           "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
    AuditRecord record{.sequence = 1, .entry = entry, .previous = std::string(64, '0'), .hash = {}};
    if (last.executeStep()) {
        record.sequence = last.getColumn(0).getInt64() + 1;
        record.previous = last.getColumn(1).getString();
    }
    record.hash = audit_hash(record);
    return record;
}

void bind_text(SQLite::Statement& insert, int index, const std::optional<std::string>& text) {
    if (text)
        insert.bind(index, *text);
}

}  // namespace

AuditRecord audit_record_of(SQLite::Statement& row) {
    return {.sequence = row.getColumn(0).getInt64(),
            .entry = {.audit_context = {.at = row.getColumn(1).getString(),
                                        .os_user = row.getColumn(2).getString(),
                                        .actor = row.getColumn(3).getString(),
                                        .command = row.getColumn(4).getString()},
                      .action = row.getColumn(5).getString(),
                      .subject = row.getColumn(6).getString(),
                      .import_number = number_of(row.getColumn(7)),
                      .period = period_of(row.getColumn(8)),
                      .before = text_of(row.getColumn(9)),
                      .after = text_of(row.getColumn(10))},
            .previous = row.getColumn(11).getString(),
            .hash = row.getColumn(12).getString()};
}

std::uint64_t query_audit(const Transaction& transaction, const AuditFilter& filter,
                          const std::function<bool(const AuditRecord&)>& on_entry) {
    return transaction.run([&] { return stream(transaction, filter, on_entry); });
}

std::string audit_hash(const AuditRecord& record) {
    const AuditEntry& entry = record.entry;
    std::string text = record.previous + "\n";
    add_field(text, std::to_string(record.sequence));
    add_field(text, entry.audit_context.at);
    add_field(text, entry.audit_context.os_user);
    add_field(text, or_none(entry.audit_context.actor));
    add_field(text, entry.audit_context.command);
    add_field(text, entry.action);
    add_field(text, entry.subject);
    add_field(text, number_text(entry.import_number));
    add_field(text, entry.period ? std::optional(entry.period->text()) : std::nullopt);
    add_field(text, entry.before);
    add_field(text, entry.after);
    Sha256Hasher hasher;
    hasher.update(text);
    return hex_text(view_of(hasher.finish()));
}

std::int64_t append_audit(const Transaction& transaction, const AuditEntry& entry) {
    const AuditRecord record = next_record(transaction, entry);
    SQLite::Statement insert(transaction.handle(),
                             "INSERT INTO audit (seq, at, os_user, actor, command, action, subject,"
                             " import_id, period, before, after, previous, hash)"
                             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, record.sequence);
    insert.bind(2, entry.audit_context.at);
    insert.bind(3, entry.audit_context.os_user);
    bind_text(insert, 4, or_none(entry.audit_context.actor));
    insert.bind(5, entry.audit_context.command);
    insert.bind(6, entry.action);
    insert.bind(7, entry.subject);
    if (entry.import_number)
        insert.bind(8, *entry.import_number);
    if (entry.period)
        insert.bind(9, entry.period->key());
    bind_text(insert, 10, entry.before);
    bind_text(insert, 11, entry.after);
    insert.bind(12, record.previous);
    insert.bind(13, record.hash);
    insert.exec();
    return record.sequence;
}

}  // namespace focus_billing
