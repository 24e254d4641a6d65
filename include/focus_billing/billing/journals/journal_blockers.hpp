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

/// Splits fund_orgs by `journal.fund_org_regex`.
class FundOrgParts {
public:
    /// Throws std::logic_error for a bad pattern.
    explicit FundOrgParts(const std::vector<std::string>& patterns);
    ~FundOrgParts();
    FundOrgParts(FundOrgParts&&) noexcept;

    /// The named groups of the first pattern that matches the whole text; without patterns `fund`
    /// is the whole text. Nothing if no pattern matches.
    [[nodiscard]] std::optional<std::map<std::string, std::string>>
    find(std::string_view fund_org) const;

private:
    struct Pattern;
    std::vector<std::unique_ptr<const Pattern>> m_patterns;
};

/// Requirements for journal lines.
struct JournalRules {
    SourceCredits credits;
    FundOrgParts fund_orgs;
    PatternSet accounts;  ///< one must match a whole account; empty: all are valid
    PayerDirectory directory;

    explicit JournalRules(const Config& config, Directory known);
};

/// Every reason why postings cannot become journal lines on this day (`YYYY-MM-DD`), once for each
/// fund_org, account and source: FB801 (a source without credit fund_org), FB802 (no account),
/// FB803 (a fund_org that journal.fund_org_regex does not match), FB804 (a fund_org closed on that
/// day), FB805 (an account that journal.account_code_regex does not match). Findings name `path`.
[[nodiscard]] std::vector<Diagnostic> journal_blockers(const std::vector<PostingKey>& postings,
                                                       const JournalRules& rules,
                                                       const std::string& day,
                                                       const std::string& path);

}  // namespace focus_billing
