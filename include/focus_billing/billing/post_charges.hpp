#pragma once

#include <string_view>

#include "focus_billing/model/periods/billed_charge.hpp"
#include "focus_billing/model/config.hpp"

namespace focus_billing {

/// The `account_code` of each known source, else `journal.default_account`.
[[nodiscard]] SourceAccounts source_accounts(const Config& config);

/// Where the share of a charge is posted.
[[nodiscard]] PostingKey posting_key(const AttributeTexts& payer, std::string_view source,
                                     std::string_view currency, const SourceAccounts& accounts);

/// The period step (DESIGN section 5): each charge has one share, which is its cost, and goes to its
/// payer whole. Rounds each posting to the minor unit of its currency. Memory grows with the number
/// of payers and postings, not with that of charges.
[[nodiscard]] PeriodStep period_step(SourceAccounts accounts);

}  // namespace focus_billing
