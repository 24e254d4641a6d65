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

/// The credit of a source. If either field is empty, no journal can be made.
struct SourceCredit {
    std::string fund_org;
    std::string account;  ///< credit_account_code, else account_code, else journal.default_account
};
using SourceCredits = std::map<std::string, SourceCredit, std::less<>>;

/// The credit of each known source.
[[nodiscard]] SourceCredits source_credits(const Config& config);

/// Sets the missing credits of postings. Throws std::logic_error for a source that is not in
/// `credits`.
void set_credits(std::vector<JournalPosting>& postings, const SourceCredits& credits);

/// The `account_code` of each known source, else `journal.default_account`.
[[nodiscard]] SourceAccounts source_accounts(const Config& config);

/// Who pays for a billed charge, and how much: today one payer bears all of it. Only this function
/// decides. The shares add up to the cost of the charge.
[[nodiscard]] inline std::array<Share, 1> shares_of(const BilledCharge& charge) {
    return {{{.payer = charge.payer, .values = charge.values, .cost = charge.cost}}};
}
[[nodiscard]] inline std::array<Share, 1> shares_of(const StatementChargeRow& charge) {
    return {{{.payer = charge.payer, .values = charge.values, .cost = charge.cost}}};
}

/// Where a share of a charge of `source` is posted.
[[nodiscard]] PostingKey posting_key(const Share& share, std::string_view source,
                                     std::string_view currency, const SourceAccounts& accounts);

/// Posts each share of a charge to its payer (docs/decisions/0014-postings-and-statements.md).
/// Rounds each posting to the minor unit of its currency. Memory grows with the number of payers
/// and postings, not with the number of charges.
[[nodiscard]] PostingRules posting_rules(SourceAccounts accounts);

}  // namespace focus_billing
