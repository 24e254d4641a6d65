#pragma once

#include <vector>

#include "focus_billing/billing/source_credits.hpp"
#include "focus_billing/model/journal.hpp"

namespace focus_billing {

/// What journals do not yet have of a month's postings, by key: those that are new, what has
/// changed of others, and those that are gone, taken back. Nothing that comes to 0. Their documents,
/// lines and credits are still to be set.
[[nodiscard]] std::vector<JournalPosting>
outstanding_postings(const std::vector<Posting>& postings,
                     const std::vector<JournalPosting>& journaled);

/// A source that `credits` does not have is a std::logic_error.
void set_credits(std::vector<JournalPosting>& postings, const SourceCredits& credits);

}  // namespace focus_billing
