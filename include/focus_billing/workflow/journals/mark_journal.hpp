#pragma once

#include <string>

#include "focus_billing/workflow/journals/find_journal.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// Records that the finance system has accepted a journal, or one document of it, or that it has
/// failed. Of a whole journal the documents that already have a last mark keep it. Returns the
/// journal as it is then. Throws Error FB811 and FB812 (state).
JournalRecord mark_journal(Session& session, const JournalName& name, JournalState state,
                           const std::string& ref);

}  // namespace focus_billing
