#pragma once

#include <optional>
#include <string>

#include "focus_billing/render/reports/charge_list.hpp"
#include "focus_billing/store/charges/query_charges.hpp"
#include "focus_billing/workflow/journals/mark_journal.hpp"
#include "focus_billing/workflow/journals/reconcile_journals.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// The bytes of a journal, or of one document of it: as they were registered, or in another layout,
/// which posts nothing. What the layout cannot hold is printed; then nothing comes back.
[[nodiscard]] std::optional<std::string> print_journal(Session& session, const JournalName& name,
                                                       const std::string& format);

/// Prints the report on a reconciled month, and its findings. Returns the exit code: 1 if there are
/// any.
[[nodiscard]] int print_reconciliation(Session& session, const ReconciledMonth& month, bool json);

/// Prints the charges that fit as a list, until the output fails or a signal comes.
void print_charges(Session& session, Database& database, const ChargeFilter& filter,
                   ChargeList& list);

}  // namespace focus_billing
