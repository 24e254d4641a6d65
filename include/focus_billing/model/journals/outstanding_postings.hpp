#pragma once

#include <vector>

#include "focus_billing/model/journals/journal.hpp"

namespace focus_billing {

/// What journals do not yet have of a month's postings, by key: those that are new, what has
/// changed of others, and those that are gone, taken back. Nothing that comes to 0. `journaled` is
/// what they have, by key and credit. A posting of which they have something is credited where that
/// was credited, whatever the configuration says by now: its credit is set. Documents, lines and
/// all other credits are still to be set.
[[nodiscard]] std::vector<JournalPosting>
outstanding_postings(const std::vector<Posting>& postings,
                     const std::vector<JournalPosting>& journaled);

}  // namespace focus_billing
