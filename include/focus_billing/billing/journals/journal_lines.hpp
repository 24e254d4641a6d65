#pragma once

#include <map>
#include <string>
#include <vector>

#include "focus_billing/billing/journals/journal_blockers.hpp"
#include "focus_billing/model/config.hpp"
#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"

namespace focus_billing {

/// How postings become lines.
struct JournalTerms {
    BillingPeriod period;
    int fiscal_year = 0;
    int fiscal_period = 0;
    bool is_draft = false;  ///< descriptions then begin with DRAFT
    std::vector<LinePart> lines;
    LineDetail detail = LineDetail::configured;
    std::string description;
    std::string credit_description;
    std::map<StatementKey, std::string> statements;  ///< numbers
};

/// Makes the lines of postings that have their documents and credits, and notes with each posting
/// where it went. Debits equal credits in each document; one whose postings
/// come to nothing has no lines. A fund_org that `parts` does not know has no groups.
[[nodiscard]] std::vector<JournalDocument> make_lines(std::vector<JournalPosting>& postings,
                                                      const JournalTerms& terms,
                                                      const FundOrgParts& parts);

}  // namespace focus_billing
