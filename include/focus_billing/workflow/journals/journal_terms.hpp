#pragma once

#include <string>

#include "focus_billing/billing/journals/journal_lines.hpp"
#include "focus_billing/workflow/session.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"
#include "focus_billing/model/journals/journal_record.hpp"

namespace focus_billing {

/// How the site's configuration has lines made; without the numbers of statements.
[[nodiscard]] JournalTerms journal_terms(Session& session, BillingPeriod period,
                                         const std::string& day, LineDetail detail);

/// What is on record of a journal before it has a number.
[[nodiscard]] JournalRecord new_journal_record(Session& session, const JournalTerms& terms,
                                               const JournalLayout& layout, const std::string& day,
                                               const std::string& output);

}  // namespace focus_billing
