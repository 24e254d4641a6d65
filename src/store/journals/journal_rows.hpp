#pragma once

#include <cstdint>
#include <vector>

#include "focus_billing/model/journals/journal.hpp"

namespace SQLite {
class Statement;
}

namespace focus_billing {

class Transaction;

// The lines and postings of journals, row by row. All need a transaction of the caller, and throw
// SQLite::Exception.

void write_journal_lines(const Transaction& transaction, std::int64_t journal,
                         const JournalDocument& document);
/// In their order.
[[nodiscard]] std::vector<JournalLine>
read_journal_lines(const Transaction& transaction, std::int64_t journal, std::uint32_t document);

void write_journal_postings(const Transaction& transaction, std::int64_t journal,
                            const std::vector<JournalPosting>& postings);
/// By document and key.
[[nodiscard]] std::vector<JournalPosting> read_journal_postings(const Transaction& transaction,
                                                                std::int64_t journal);

/// Of rows with the columns: the nine texts of a PostingKey in the order of its members, charges,
/// amount, document, payer_line, source_line, credit_fund_org, credit_account.
[[nodiscard]] std::vector<JournalPosting> journal_postings_of(SQLite::Statement& rows);

}  // namespace focus_billing
