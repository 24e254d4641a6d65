#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "focus_billing/model/period.hpp"
#include "focus_billing/model/periods/posting.hpp"

namespace SQLite {
class Statement;
}

namespace focus_billing {

class Transaction;

/// The texts of a posting's key in the order in which rows have them: pi_email, project_id,
/// currency, fund_org, source, account_code, cost_center, reference_1, reference_2.
[[nodiscard]] std::array<const std::string*, 9> key_texts(const PostingKey& key);

/// The key in the first nine columns of a row.
[[nodiscard]] PostingKey posting_key_of(const SQLite::Statement& row);

// All need a transaction of the caller, and throw SQLite::Exception.

/// The postings of a month as its charges are now.
[[nodiscard]] std::vector<Posting> make_postings(const Transaction& transaction,
                                                 BillingPeriod period, const PostingRules& rules);

/// Those with which it was closed, in the order of their keys; none if it is open.
[[nodiscard]] std::vector<Posting> read_postings(const Transaction& transaction,
                                                 BillingPeriod period);

/// Freezes the postings of an open month that is about to be closed by the audit entry `closing`.
void write_postings(const Transaction& transaction, BillingPeriod period, std::int64_t closing,
                    const std::vector<Posting>& postings);

/// Of a month that was opened again.
void remove_postings(const Transaction& transaction, BillingPeriod period);

/// SHA-256 over all texts of all postings, in hexadecimal digits.
[[nodiscard]] std::string postings_sha256(const std::vector<Posting>& postings);

// A month as it is posted. All need a transaction of the caller, and throw SQLite::Exception.

/// Throws Error FB533 (state) for a month that was never opened, and FB701 (state) for one that was
/// closed before postings were kept.
[[nodiscard]] PeriodStatus require_posted_month(const Transaction& transaction,
                                                BillingPeriod period);

/// The accounts of sources by which a month was closed that is not open.
[[nodiscard]] SourceAccounts closing_accounts(const Transaction& transaction, BillingPeriod period);

/// Of an open month as `rules` make them now, else as they were frozen.
[[nodiscard]] std::vector<Posting> month_postings(const Transaction& transaction,
                                                  BillingPeriod period, PeriodStatus status,
                                                  const PostingRules& rules);

}  // namespace focus_billing
