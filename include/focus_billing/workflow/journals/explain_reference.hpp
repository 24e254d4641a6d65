#pragma once

#include <string>

#include "focus_billing/model/journals/journal_explanation.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// Explains a line's reference or a statement's number by the registered journals. Names at most
/// `most_charges` charges. Throws Error FB813 (state) if no journal contains it.
[[nodiscard]] JournalExplanation explain_reference(Session& session, const std::string& reference,
                                                   std::size_t most_charges);

}  // namespace focus_billing
