#include "store/audit_trail.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "focus_billing/format/sha256.hpp"

namespace focus_billing {

namespace {

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

AuditRecord next_record(SQLite::Database& database, const AuditEntry& entry) {
    SQLite::Statement last(database, "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
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

std::string audit_hash(const AuditRecord& record) {
    const AuditEntry& entry = record.entry;
    std::string text = record.previous + "\n";
    add_field(text, std::to_string(record.sequence));
    add_field(text, entry.occasion.at);
    add_field(text, entry.occasion.os_user);
    add_field(text, or_none(entry.occasion.actor));
    add_field(text, entry.occasion.command);
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

std::int64_t append_audit(SQLite::Database& database, const AuditEntry& entry) {
    const AuditRecord record = next_record(database, entry);
    SQLite::Statement insert(database,
                             "INSERT INTO audit (seq, at, os_user, actor, command, action, subject,"
                             " import_id, period, before, after, previous, hash)"
                             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, record.sequence);
    insert.bind(2, entry.occasion.at);
    insert.bind(3, entry.occasion.os_user);
    bind_text(insert, 4, or_none(entry.occasion.actor));
    insert.bind(5, entry.occasion.command);
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
