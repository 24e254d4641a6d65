#pragma once

#include <cstdint>
#include <string>

#include "focus_billing/model/audit.hpp"

namespace SQLite {
class Statement;
}

namespace focus_billing {

class Transaction;

/// The columns of the table `audit` in the order in which `audit_record_of` reads them.
inline constexpr const char* audit_columns =
    "seq, at, os_user, actor, command, action, subject, import_id, period, before, after, previous,"
    " hash";

/// The entry at which a query of `audit_columns` stands.
[[nodiscard]] AuditRecord audit_record_of(SQLite::Statement& row);

/// The hash of an entry: SHA-256 over `previous` and then sequence, time, user, actor, command,
/// action, subject, import, period, before and after, each on a line of its own with its length in
/// bytes and a colon before it, or `~` alone if there is none. Hexadecimal.
[[nodiscard]] std::string audit_hash(const AuditRecord& record);

/// Adds an entry to the end of the trail, within the transaction of the change that it records.
/// Returns its number. Throws SQLite::Exception.
std::int64_t append_audit(const Transaction& transaction, const AuditEntry& entry);

}  // namespace focus_billing
