#pragma once

#include <string>
#include <vector>

#include "focus_billing/billing/journals/fund_org_parts.hpp"
#include "focus_billing/billing/attribution/pattern_set.hpp"
#include "focus_billing/billing/attribution/payer_directory.hpp"
#include "focus_billing/billing/source_credits.hpp"
#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/periods/posting.hpp"

namespace focus_billing {

/// What lines of journals must be like.
struct JournalRules {
    SourceCredits credits;
    FundOrgParts fund_orgs;
    PatternSet accounts;  ///< one must match a whole account; none: all are good
    PayerDirectory directory;

    explicit JournalRules(const Config& config, Directory known);
};

/// Every reason why postings cannot become the lines of a journal of this day (`YYYY-MM-DD`), each
/// fund_org, account and source once: FB801 (a source without credit fund_org), FB802 (no account),
/// FB803 (a fund_org that journal.fund_org_regex does not match), FB804 (one that is closed on that
/// day), FB805 (an account that journal.account_code_regex does not match). `path` is the place.
[[nodiscard]] std::vector<Diagnostic> judge_journal(const std::vector<PostingKey>& postings,
                                                    const JournalRules& rules,
                                                    const std::string& day,
                                                    const std::string& path);

}  // namespace focus_billing
