#pragma once

#include <map>
#include <string>
#include <vector>

#include "focus_billing/billing/journals/journal_blockers.hpp"
#include "focus_billing/model/config.hpp"
#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"

namespace focus_billing {

/// Settings for turning postings into lines.
struct JournalTerms {
    BillingPeriod period;
    int fiscal_year = 0;
    int fiscal_period = 0;
    bool is_draft = false;  ///< descriptions begin with DRAFT
    std::vector<LinePart> lines;
    LineDetail detail = LineDetail::configured;
    std::string description;
    std::string credit_description;
    std::map<StatementKey, std::string> statements;  ///< numbers
};

/// Makes the lines of postings whose documents and credits are set, and records the lines in each
/// posting. Debits equal credits in each document; a document whose postings add up to 0 has no
/// lines. A fund_org that `parts` does not match has no groups.
[[nodiscard]] std::vector<JournalDocument> make_lines(std::vector<JournalPosting>& postings,
                                                      const JournalTerms& terms,
                                                      const FundOrgParts& parts);

}  // namespace focus_billing
