#include "focus_billing/store/journals/journal_store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>

#include "focus_billing/format/json.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/audit_trail.hpp"
#include "store/charges/billed_charges.hpp"
#include "store/journals/journal_register.hpp"
#include "store/periods/postings.hpp"

namespace focus_billing {

namespace {

std::string totals_json(const std::vector<JournalDocument>& documents) {
    std::map<std::string, DecimalSum> totals;
    for (const auto& document : documents)
        totals[document.currency].add(document.debits);
    std::string json = "{";
    for (const auto& [currency, total] : totals)
        json +=
            (json.size() == 1 ? "" : ",") + json_string(currency) + ":" + json_string(total.text());
    return json + "}";
}

std::string registered_json(const JournalRecord& record,
                            const std::vector<JournalDocument>& documents) {
    std::string json = R"({"state":"pending","format":)" + json_string(record.format) +
                       R"(,"date":)" + json_string(record.date) + R"(,"documents":)" +
                       std::to_string(documents.size()) + R"(,"totals":)" + totals_json(documents);
    if (record.reverses != 0) {
        const auto of_it =
            record.reverses_document == 0 ? "" : "." + std::to_string(record.reverses_document);
        json += R"(,"reverses":)" + json_string(std::to_string(record.reverses) + of_it);
    }
    return json + R"(,"path":)" + json_string(record.path) + R"(,"sha256":)" +
           json_string(record.sha256) + "}";
}

std::int64_t next_audit(const Transaction& transaction) {
    return transaction.handle().execAndGet("SELECT ifnull(max(seq), 0) + 1 FROM audit").getInt64();
}

void append(const Transaction& transaction, const JournalRecord& record,
            const AuditContext& audit_context, const char* action, std::string subject,
            std::string after) {
    append_audit(transaction, {.audit_context = audit_context,
                               .action = action,
                               .subject = std::move(subject),
                               .period = record.period,
                               .after = std::move(after)});
}

}  // namespace

JournalStore::JournalStore(Database& database, Purpose purpose)
    : m_transaction(database, purpose),
      m_register(std::make_unique<JournalRegister>(m_transaction)) {}

JournalStore::~JournalStore() = default;

PeriodStatus JournalStore::status(BillingPeriod period) {
    return m_transaction.run([&] { return require_posted_month(m_transaction, period); });
}

std::vector<Posting> JournalStore::postings(BillingPeriod period, const PostingRules& rules) {
    return m_transaction.run([&] {
        const auto now = require_posted_month(m_transaction, period);
        return month_postings(m_transaction, period, now, rules);
    });
}

OutdatedStatements JournalStore::statements(BillingPeriod period,
                                            const std::vector<Posting>& postings,
                                            const std::string& currency) {
    return m_transaction.run(
        [&] { return read_outdated_statements(m_transaction, period, postings, currency); });
}

SourceAccounts JournalStore::accounts(BillingPeriod period) {
    return m_transaction.run([&] { return closing_accounts(m_transaction, period); });
}

void JournalStore::for_each_billed_charge(BillingPeriod period, const OnBilledCharge& on_charge) {
    m_transaction.run(
        [&] { focus_billing::for_each_billed_charge(m_transaction, period, on_charge); });
}

std::vector<JournalPosting> JournalStore::journaled(BillingPeriod period) {
    return m_transaction.run([&] { return m_register->journaled(period); });
}

std::vector<JournalRecord> JournalStore::list(const JournalFilter& filter) {
    return m_transaction.run([&] { return m_register->list(filter); });
}

std::string JournalStore::content(const JournalRecord& record) {
    return m_transaction.run([&] { return m_register->content(record); });
}

std::vector<JournalDocument> JournalStore::documents(const JournalRecord& record) {
    return m_transaction.run([&] { return m_register->documents(record); });
}

std::vector<JournalPosting> JournalStore::journal_postings(const JournalRecord& record) {
    return m_transaction.run([&] { return m_register->postings(record); });
}

std::vector<std::pair<std::int64_t, std::uint32_t>>
JournalStore::find_reference(const std::string& reference) {
    return m_transaction.run([&] { return m_register->find_reference(reference); });
}

std::int64_t JournalStore::next_number() {
    return m_transaction.run([&] { return m_register->next_number(); });
}

void JournalStore::add(JournalRecord& record, const std::vector<JournalDocument>& documents,
                       const std::vector<JournalPosting>& postings, std::string_view bytes,
                       const AuditContext& audit_context) {
    m_transaction.run([&] {
        m_register->add(record, documents, postings, bytes, next_audit(m_transaction));
        append(m_transaction, record, audit_context, "journal",
               "journal " + std::to_string(record.number), registered_json(record, documents));
    });
}

void JournalStore::mark(const JournalRecord& record, const std::vector<std::uint32_t>& documents,
                        JournalState state, const std::string& ref,
                        const AuditContext& audit_context) {
    m_transaction.run([&] {
        const bool is_whole = documents.size() == record.parts.size();
        std::string list;
        for (const auto document : documents) {
            m_register->mark(record.number, document, state, ref, next_audit(m_transaction));
            list += (list.empty() ? "" : ", ") + document_name(record.number, document);
        }
        std::string after = R"({"state":)" + json_string(name_of(state));
        if (!ref.empty())
            after += R"(,"ref":)" + json_string(ref);
        append(m_transaction, record, audit_context, "mark",
               "journal " + (is_whole ? std::to_string(record.number) : list), after + "}");
    });
}

void JournalStore::commit() {
    m_transaction.commit();
}

}  // namespace focus_billing
