#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/periods/posting.hpp"

namespace focus_billing {

class Transaction;

/// The postings that the record of a statement shows, with their charges and amounts. Throws
/// SQLite::Exception.
[[nodiscard]] std::vector<Posting> read_statement_postings(const Transaction& transaction,
                                                           const StatementKey& key,
                                                           const std::string& json);

}  // namespace focus_billing
