#pragma once

#include <string>

#include "focus_billing/model/audit.hpp"

namespace SQLite {
class Statement;
}

namespace focus_billing {

/// The columns of the table `audit` in the order in which `audit_record_of` reads them.
inline constexpr const char* audit_columns =
    "seq, at, os_user, actor, command, action, subject, import_id, period, before, after, previous,"
    " hash";

/// The entry at which a query of `audit_columns` stands.
[[nodiscard]] AuditRecord audit_record_of(SQLite::Statement& row);

}  // namespace focus_billing
