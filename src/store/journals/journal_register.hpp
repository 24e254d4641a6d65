#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/journals/journal_record.hpp"

namespace focus_billing {

class Transaction;

/// The journals on record. All need a transaction of the caller, and throw SQLite::Exception.
class JournalRegister {
public:
    explicit JournalRegister(const Transaction& transaction) : m_transaction(transaction) {}

    /// By number.
    [[nodiscard]] std::vector<JournalRecord> list(const JournalFilter& filter) const;

    /// The bytes of its file. Throws Error FB818 (environment) if they are not what its hash says.
    [[nodiscard]] std::string content(const JournalRecord& record) const;
    [[nodiscard]] std::vector<JournalDocument> documents(const JournalRecord& record) const;
    /// By document and key.
    [[nodiscard]] std::vector<JournalPosting> postings(const JournalRecord& record) const;

    /// The documents that have lines of this reference: pairs of journal and document.
    [[nodiscard]] std::vector<std::pair<std::int64_t, std::uint32_t>>
    find_reference(const std::string& reference) const;

    /// What all journals of a month that have not failed have of its postings, by key and credit.
    /// Places and charges are not set.
    [[nodiscard]] std::vector<JournalPosting> journaled(BillingPeriod period) const;

    [[nodiscard]] std::int64_t next_number() const;

    /// Stores a journal of the next number; what is known only now is set in
    /// `record`. It is pending. `audit`: the number of the entry that will be appended in the same
    /// transaction.
    void add(JournalRecord& record, const std::vector<JournalDocument>& documents,
             const std::vector<JournalPosting>& postings, std::string_view bytes,
             std::int64_t audit);

    void mark(std::int64_t journal, std::uint32_t document, JournalState state,
              const std::string& ref, std::int64_t audit);

private:
    void add_documents(const JournalRecord& record, const std::vector<JournalDocument>& documents);
    [[nodiscard]] std::vector<JournalPart> parts(std::int64_t journal) const;

    const Transaction& m_transaction;
};

}  // namespace focus_billing
