#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "focus_billing/model/audit.hpp"
#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/journals/journal_record.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/model/periods/posting.hpp"
#include "focus_billing/store/statements/outdated_statements.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

class JournalRegister;

/// The journals on record and what they are made of, seen at one moment, and what is done to them
/// in one transaction. Errors are those of Database; FB818 (environment) for a record that is
/// damaged.
class JournalStore {
public:
    using Purpose = Transaction::Purpose;

    JournalStore(Database& database, Purpose purpose);
    JournalStore(const JournalStore&) = delete;
    JournalStore& operator=(const JournalStore&) = delete;
    ~JournalStore();

    [[nodiscard]] const std::string& path() const { return m_transaction.path(); }

    /// Throws Error FB533 (state) for a month that was never opened, and FB701 (state) for one that
    /// was closed before postings were kept.
    [[nodiscard]] PeriodStatus status(BillingPeriod period);
    /// Of an open month as `rules` make them now, else as they were frozen.
    [[nodiscard]] std::vector<Posting> postings(BillingPeriod period, const PostingRules& rules);
    /// Of a month that is not open; with a currency only what is in it.
    [[nodiscard]] OutdatedStatements statements(BillingPeriod period,
                                                const std::vector<Posting>& postings,
                                                const std::string& currency);
    /// The accounts of sources by which a month was closed that is not open.
    [[nodiscard]] SourceAccounts accounts(BillingPeriod period);
    void for_each_billed_charge(BillingPeriod period, const OnBilledCharge& on_charge);

    /// What all journals of the month that have not failed have of its postings, by key and credit.
    [[nodiscard]] std::vector<JournalPosting> journaled(BillingPeriod period);

    /// By number.
    [[nodiscard]] std::vector<JournalRecord> list(const JournalFilter& filter);
    [[nodiscard]] std::string content(const JournalRecord& record);
    [[nodiscard]] std::vector<JournalDocument> documents(const JournalRecord& record);
    [[nodiscard]] std::vector<JournalPosting> journal_postings(const JournalRecord& record);
    /// Journal and document of each line with the reference.
    [[nodiscard]] std::vector<std::pair<std::int64_t, std::uint32_t>>
    find_reference(const std::string& reference);
    /// That the next journal gets.
    [[nodiscard]] std::int64_t next_number();

    /// Registers a journal as pending; what is known only now is set in `record`.
    void add(JournalRecord& record, const std::vector<JournalDocument>& documents,
             const std::vector<JournalPosting>& postings, std::string_view bytes,
             const AuditContext& audit_context);
    /// Gives documents of a journal a mark. The caller has judged that they may have it.
    void mark(const JournalRecord& record, const std::vector<std::uint32_t>& documents,
              JournalState state, const std::string& ref, const AuditContext& audit_context);
    /// Makes what was done durable.
    void commit();

private:
    Transaction m_transaction;
    std::unique_ptr<JournalRegister> m_register;
};

}  // namespace focus_billing
