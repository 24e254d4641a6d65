#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "focus_billing/model/periods/billed_charge.hpp"
#include "focus_billing/model/period.hpp"

namespace SQLite {
class Database;
}

namespace focus_billing {

// All need a transaction of the caller, and throw SQLite::Exception.

/// The postings of a month as its charges are now.
[[nodiscard]] std::vector<Posting> make_postings(SQLite::Database& database, BillingPeriod period,
                                                 const PeriodStep& step);

/// Those with which it was closed, in the order of their keys; none if it is open.
[[nodiscard]] std::vector<Posting> read_postings(SQLite::Database& database, BillingPeriod period);

/// Freezes the postings of an open month that is about to be closed by the audit entry `closing`.
void write_postings(SQLite::Database& database, BillingPeriod period, std::int64_t closing,
                    const std::vector<Posting>& postings);

/// Of a month that was opened again.
void remove_postings(SQLite::Database& database, BillingPeriod period);

/// SHA-256 over all texts of all postings, in hexadecimal digits.
[[nodiscard]] std::string postings_sha256(const std::vector<Posting>& postings);

}  // namespace focus_billing
