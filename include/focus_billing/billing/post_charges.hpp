#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/charges/share.hpp"
#include "focus_billing/model/config.hpp"
#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/periods/posting.hpp"
#include "focus_billing/model/statements/statement_charge.hpp"

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

/// Who pays a billed charge, and how much of it each: one payer all of it. This is the only place
/// that knows. The shares sum up to the cost of the charge.
[[nodiscard]] inline std::array<Share, 1> shares_of(const BilledCharge& charge) {
    return {{{.payer = charge.payer, .values = charge.values, .cost = charge.cost}}};
}
[[nodiscard]] inline std::array<Share, 1> shares_of(const StatementChargeRow& charge) {
    return {{{.payer = charge.payer, .values = charge.values, .cost = charge.cost}}};
}

/// Where a share of a charge of `source` is posted.
[[nodiscard]] PostingKey posting_key(const Share& share, std::string_view source,
                                     std::string_view currency, const SourceAccounts& accounts);

/// Posts each share of a charge to its payer. Rounds each posting to the minor unit of its
/// currency. Memory grows with the number of payers and postings, not with that of charges.
[[nodiscard]] PostingRules posting_rules(SourceAccounts accounts);

}  // namespace focus_billing
