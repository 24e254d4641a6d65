#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/periods/posting.hpp"

namespace SQLite {
class Database;
}

namespace focus_billing {

/// The postings that the record of a statement shows, with their charges and amounts. Throws
/// SQLite::Exception.
[[nodiscard]] std::vector<Posting> read_statement_postings(SQLite::Database& database,
                                                           const StatementKey& key,
                                                           const std::string& json);

}  // namespace focus_billing
