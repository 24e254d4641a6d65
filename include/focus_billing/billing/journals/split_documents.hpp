#pragma once

#include <cstdint>
#include <vector>

#include "focus_billing/model/config.hpp"
#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"

namespace focus_billing {

/// Spreads postings that have their credits over documents, each of one currency and, if
/// `most_lines` is not 0, of no more lines than that; no line of a payer is split. They come back
/// by document.
[[nodiscard]] std::vector<JournalPosting>
split_documents(const std::vector<JournalPosting>& postings, const std::vector<LinePart>& lines,
                LineDetail detail, std::uint32_t most_lines);

}  // namespace focus_billing
