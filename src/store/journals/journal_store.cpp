#include "focus_billing/store/journals/journal_store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>

#include "focus_billing/format/json.hpp"
#include "store/audit_trail.hpp"
#include "store/charges/billed_charges.hpp"
#include "store/journals/journal_register.hpp"
#include "store/periods/postings.hpp"

namespace focus_billing {

namespace {

SQLite::TransactionBehavior behavior(JournalStore::Purpose purpose) {
    return purpose == JournalStore::Purpose::change ? SQLite::TransactionBehavior::IMMEDIATE
                                                    : SQLite::TransactionBehavior::DEFERRED;
}

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

}  // namespace

class JournalStore::Books {
public:
    Books(Database& database, Purpose purpose)
        : m_database(database), m_transaction(database.handle(), behavior(purpose)),
          m_register(database.handle()) {}

    [[nodiscard]] Database& database() { return m_database; }
    [[nodiscard]] JournalRegister& journals() { return m_register; }
    [[nodiscard]] SQLite::Transaction& transaction() { return m_transaction; }

    [[nodiscard]] std::int64_t next_audit() {
        return m_database.handle()
            .execAndGet("SELECT ifnull(max(seq), 0) + 1 FROM audit")
            .getInt64();
    }

    void append(const JournalRecord& record, const AuditContext& audit_context, const char* action,
                std::string subject, std::string after) {
        append_audit(m_database.handle(), {.audit_context = audit_context,
                                           .action = action,
                                           .subject = std::move(subject),
                                           .period = record.period,
                                           .after = std::move(after)});
    }

private:
    Database& m_database;
    SQLite::Transaction m_transaction;
    JournalRegister m_register;
};

// What `action` returns, with the errors of SQLite as those of the database.
template <class Action>
auto JournalStore::guarded(Action action) {
    std::optional<decltype(action(*m_store))> result;
    with_database_errors(m_store->database().path(), [&] { result = action(*m_store); });
    return std::move(*result);
}

JournalStore::JournalStore(Database& database, Purpose purpose) {
    with_database_errors(database.path(),
                         [&] { m_store = std::make_unique<Books>(database, purpose); });
}

JournalStore::~JournalStore() = default;

const std::string& JournalStore::path() const {
    return m_store->database().path();
}

PeriodStatus JournalStore::status(BillingPeriod period) {
    return guarded([&](Books& store) { return require_posted_month(store.database(), period); });
}

std::vector<Posting> JournalStore::postings(BillingPeriod period, const PostingRules& rules) {
    return guarded([&](Books& store) {
        const auto now = require_posted_month(store.database(), period);
        return month_postings(store.database(), period, now, rules);
    });
}

OutdatedStatements JournalStore::statements(BillingPeriod period,
                                            const std::vector<Posting>& postings,
                                            const std::string& currency) {
    return guarded([&](Books& store) {
        return read_outdated_statements(store.database(), period, postings, currency);
    });
}

SourceAccounts JournalStore::accounts(BillingPeriod period) {
    return guarded([&](Books& store) { return closing_accounts(store.database(), period); });
}

void JournalStore::for_each_billed_charge(BillingPeriod period, const OnBilledCharge& on_charge) {
    with_database_errors(path(), [&] {
        focus_billing::for_each_billed_charge(m_store->database().handle(), period, on_charge);
    });
}

std::vector<JournalPosting> JournalStore::journaled(BillingPeriod period) {
    return guarded([&](Books& store) { return store.journals().journaled(period); });
}

std::vector<JournalRecord> JournalStore::list(const JournalFilter& filter) {
    return guarded([&](Books& store) { return store.journals().list(filter); });
}

std::string JournalStore::content(const JournalRecord& record) {
    return guarded([&](Books& store) { return store.journals().content(record); });
}

std::vector<JournalDocument> JournalStore::documents(const JournalRecord& record) {
    return guarded([&](Books& store) { return store.journals().documents(record); });
}

std::vector<JournalPosting> JournalStore::journal_postings(const JournalRecord& record) {
    return guarded([&](Books& store) { return store.journals().postings(record); });
}

std::vector<std::pair<std::int64_t, std::uint32_t>>
JournalStore::find_reference(const std::string& reference) {
    return guarded([&](Books& store) { return store.journals().find_reference(reference); });
}

std::int64_t JournalStore::next_number() {
    return guarded([&](Books& store) { return store.journals().next_number(); });
}

void JournalStore::add(JournalRecord& record, const std::vector<JournalDocument>& documents,
                       const std::vector<JournalPosting>& postings, std::string_view bytes,
                       const AuditContext& audit_context) {
    with_database_errors(path(), [&] {
        m_store->journals().add(record, documents, postings, bytes, m_store->next_audit());
        m_store->append(record, audit_context, "journal",
                        "journal " + std::to_string(record.number),
                        registered_json(record, documents));
    });
}

void JournalStore::mark(const JournalRecord& record, const std::vector<std::uint32_t>& documents,
                        JournalState state, const std::string& ref,
                        const AuditContext& audit_context) {
    with_database_errors(path(), [&] {
        const bool is_whole = documents.size() == record.parts.size();
        std::string list;
        for (const auto document : documents) {
            m_store->journals().mark(record.number, document, state, ref, m_store->next_audit());
            list += (list.empty() ? "" : ", ") + document_name(record.number, document);
        }
        std::string after = R"({"state":)" + json_string(name_of(state));
        if (!ref.empty())
            after += R"(,"ref":)" + json_string(ref);
        m_store->append(record, audit_context, "mark",
                        "journal " + (is_whole ? std::to_string(record.number) : list),
                        after + "}");
    });
}

void JournalStore::commit() {
    with_database_errors(path(), [&] { m_store->transaction().commit(); });
}

}  // namespace focus_billing
