#pragma once

#include <cstdint>
#include <string>

#include "focus_billing/model/audit.hpp"

namespace focus_billing {

class Transaction;

/// A configuration that is kept, since something was done by it.
struct ConfigurationRecord {
    std::int64_t id = 0;
    std::string sha256;
};

/// Keeps the text of a configuration, once, with an entry in the audit trail when it is new, within
/// the caller's transaction. Throws SQLite::Exception.
[[nodiscard]] ConfigurationRecord record_configuration(const Transaction& transaction,
                                                       const std::string& text,
                                                       const AuditContext& audit_context);

}  // namespace focus_billing
