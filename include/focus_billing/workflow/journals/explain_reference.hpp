#pragma once

#include <string>

#include "focus_billing/model/journals/journal_explanation.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// Explains the reference of a line, or the number of a statement, by the journals on record.
/// `most_charges` are named. Throws Error FB813 (state) if no journal has it.
[[nodiscard]] JournalExplanation explain_reference(Session& session, const std::string& reference,
                                                   std::size_t most_charges);

}  // namespace focus_billing
