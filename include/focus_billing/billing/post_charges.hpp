#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/config.hpp"
#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/periods/posting.hpp"

namespace focus_billing {

/// What a source is credited with. Either may be empty: then no journal can be made.
struct SourceCredit {
    std::string fund_org;
    std::string account;  ///< credit_account_code, else account_code, else journal.default_account
};
using SourceCredits = std::map<std::string, SourceCredit, std::less<>>;

/// Of each known source.
[[nodiscard]] SourceCredits source_credits(const Config& config);

/// Sets the credits of postings that have none. A source that `credits` does not have is a
/// std::logic_error.
void set_credits(std::vector<JournalPosting>& postings, const SourceCredits& credits);

/// The `account_code` of each known source, else `journal.default_account`.
[[nodiscard]] SourceAccounts source_accounts(const Config& config);

/// Where the share of a charge is posted.
[[nodiscard]] PostingKey posting_key(const AttributeTexts& payer, std::string_view source,
                                     std::string_view currency, const SourceAccounts& accounts);

/// The period step (DESIGN section 5): each charge has one share, which is its cost, and goes to
/// its payer whole. Rounds each posting to the minor unit of its currency. Memory grows with the
/// number of payers and postings, not with that of charges.
[[nodiscard]] PostingRules posting_rules(SourceAccounts accounts);

}  // namespace focus_billing
