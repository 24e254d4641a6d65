#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/audit.hpp"
#include "focus_billing/model/periods/closing.hpp"
#include "focus_billing/model/periods/posting.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

/// The life of a month: open -> closed -> finalized, and back from closed to open with a reason.
/// Each function changes it in one transaction, together with its entry in the audit trail, or
/// throws and changes nothing.
///
/// What the state refuses is thrown as Error (state): FB533 (never opened), FB534 (it is so
/// already), FB535 (finalized), FB536 (open, and only a closed month can be finalized), FB537 (not
/// as it was closed). Other errors are those of Database.

/// Opens a month by name, also one that is still to come. Returns the warning FB538 if it is more
/// than a year away from every other month that was opened.
std::optional<Diagnostic> open_period_by_name(Database& database, BillingPeriod period,
                                              const AuditContext& audit_context);

/// Closes an open month, unless something stands in the way that the consent does not name, or no
/// journal could be made of it, and freezes its postings, which `rules` make.
[[nodiscard]] ClosingReport close_period(Database& database, BillingPeriod period,
                                         const ClosingConfirmation& confirmation,
                                         const PostingRules& rules,
                                         const AuditContext& audit_context);

/// What close_period would report. Only reads.
[[nodiscard]] ClosingReport rehearse_closing(const Transaction& transaction, BillingPeriod period,
                                             const ClosingConfirmation& confirmation,
                                             const PostingRules& rules);

/// Opens a closed month again; its postings are made anew when it is closed.
void reopen_period(Database& database, BillingPeriod period, const std::string& reason,
                   const AuditContext& audit_context);

/// Makes a closed month final, if its charges are still those with which it was closed, and `judge`
/// finds nothing that stands in its way (finalizing_blockers); it is asked in the same transaction.
/// What it finds comes back, and then nothing is changed.
[[nodiscard]] std::vector<Diagnostic>
finalize_period(Database& database, BillingPeriod period,
                const std::function<std::vector<Diagnostic>(const Transaction&)>& judge,
                const AuditContext& audit_context);

}  // namespace focus_billing
