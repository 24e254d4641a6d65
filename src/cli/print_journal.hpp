#pragma once

#include <optional>
#include <string>

#include "focus_billing/workflow/journals/find_journal.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// The bytes of a journal, or of one document of it: as they were registered, or in another layout, which posts
/// nothing. What the layout cannot hold is printed; then nothing comes back.
[[nodiscard]] std::optional<std::string>
print_journal(Session& session, const JournalName& name, const std::string& format);

}  // namespace focus_billing
