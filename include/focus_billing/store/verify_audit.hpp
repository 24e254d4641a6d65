#pragma once

#include <optional>

#include "focus_billing/model/audit.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

/// Walks the audit trail from its first entry on and stops at the first fault: FB540 (changed),
/// FB541 (missing), FB542 (out of its place), FB543 (does not continue the one before). With
/// `written_down`, a head that was kept elsewhere, also FB544: cut off before it, or another entry
/// in its place. An empty trail has no fault. Errors are those of Database.
[[nodiscard]] AuditVerdict
verify_audit(const Transaction& transaction,
             const std::optional<AuditHead>& written_down = std::nullopt);

/// The last entry. Errors are those of Database.
[[nodiscard]] AuditHead read_audit_head(const Transaction& transaction);

}  // namespace focus_billing
