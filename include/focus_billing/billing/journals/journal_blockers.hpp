#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/billing/attribution/check_payer.hpp"
#include "focus_billing/billing/attribution/payer_directory.hpp"
#include "focus_billing/billing/post_charges.hpp"
#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/periods/posting.hpp"

namespace focus_billing {

/// Takes fund_orgs apart by `journal.fund_org_regex`.
class FundOrgParts {
public:
    /// A bad pattern is a std::logic_error.
    explicit FundOrgParts(const std::vector<std::string>& patterns);
    ~FundOrgParts();
    FundOrgParts(FundOrgParts&&) noexcept;

    /// What the named groups of the first pattern that matches the whole text have found; without
    /// patterns `fund` is the whole text. Nothing if no pattern matches.
    [[nodiscard]] std::optional<std::map<std::string, std::string>>
    find(std::string_view fund_org) const;

private:
    struct Pattern;
    std::vector<std::unique_ptr<const Pattern>> m_patterns;
};

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
[[nodiscard]] std::vector<Diagnostic> journal_blockers(const std::vector<PostingKey>& postings,
                                                       const JournalRules& rules,
                                                       const std::string& day,
                                                       const std::string& path);

}  // namespace focus_billing
