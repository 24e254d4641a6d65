#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "focus_billing/model/periods/closing.hpp"

namespace focus_billing {

class Transaction;

/// Reads what is to be known before a month is closed, within a transaction of the caller. Throws
/// as read_period_contents does.
[[nodiscard]] ClosingFacts read_closing_facts(const Transaction& transaction, BillingPeriod period);

/// The imports of a month of which rows were rejected and not mended, by number. The same.
[[nodiscard]] std::vector<UnmendedImport> unmended_imports(const Transaction& transaction,
                                                           BillingPeriod period);

/// What the audit trail keeps of a closing, as JSON: the status, the totals by currency, the hash
/// of the rows, the postings with their hash and the accounts of
/// their sources, and what it was told to go on with.
[[nodiscard]] std::string closing_json(const ClosingFacts& facts,
                                       const ClosingConfirmation& confirmation,
                                       const SourceAccounts& accounts);

/// FB537 if the charges or postings of a closed or finalized month are not those that its last
/// closing wrote down in the audit trail, or if it wrote nothing down. Reads every row of the
/// month, within a transaction of the caller; throws as read_period_contents does.
[[nodiscard]] std::optional<Diagnostic> compare_with_closing(const Transaction& transaction,
                                                             BillingPeriod period);

}  // namespace focus_billing
