#pragma once

#include <vector>

#include "focus_billing/model/journals/journal.hpp"

namespace focus_billing {

/// The part of a month's postings that is in no journal yet, by key: new postings, changes, and
/// reversals of removed ones; nothing with an amount of 0. `journaled` is what the journals have,
/// by key and credit. A posting that is partly journaled keeps its credit, whatever the
/// configuration says now. Documents, lines and all other credits are not set yet.
[[nodiscard]] std::vector<JournalPosting>
outstanding_postings(const std::vector<Posting>& postings,
                     const std::vector<JournalPosting>& journaled);

}  // namespace focus_billing
