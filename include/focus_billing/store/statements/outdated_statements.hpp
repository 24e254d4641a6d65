#pragma once

#include <map>
#include <string>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/model/periods/posting.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

/// How the statements of a month that is not open stand to its postings.
struct OutdatedStatements {
    std::map<StatementKey, std::string> numbers;  ///< of those that were issued
    std::vector<Diagnostic> refusals;  ///< FB806 (not issued), FB807 (out of date), one of each
};

/// A statement is up to date if its latest version was issued since the month was closed, or shows
/// the same postings. With a currency only what is in it. Needs a transaction of the caller, throws
/// SQLite::Exception, and Error FB710 for a record that is damaged.
[[nodiscard]] OutdatedStatements read_outdated_statements(const Transaction& transaction,
                                                          BillingPeriod period,
                                                          const std::vector<Posting>& postings,
                                                          const std::string& currency);

}  // namespace focus_billing
