#pragma once

#include <cstdint>
#include <vector>

#include "focus_billing/model/config.hpp"
#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"

namespace focus_billing {

/// Distributes postings whose credits are set over documents, each of one currency and, if
/// `most_lines` is not 0, of at most that many lines. A payer's line is never split. Returns them
/// by document.
[[nodiscard]] std::vector<JournalPosting>
split_documents(const std::vector<JournalPosting>& postings, const std::vector<LinePart>& lines,
                LineDetail detail, std::uint32_t most_lines);

}  // namespace focus_billing
