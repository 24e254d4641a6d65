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

SQLite::TransactionBehavior behavior(JournalBooks::Purpose purpose) {
    return purpose == JournalBooks::Purpose::change ? SQLite::TransactionBehavior::IMMEDIATE
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

class JournalBooks::Books {
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

    void append(const JournalRecord& record, const Occasion& occasion, const char* action,
                std::string subject, std::string after) {
        append_audit(m_database.handle(), {.occasion = occasion,
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
auto JournalBooks::guarded(Action action) {
    std::optional<decltype(action(*m_books))> result;
    with_database_errors(m_books->database().path(), [&] { result = action(*m_books); });
    return std::move(*result);
}

JournalBooks::JournalBooks(Database& database, Purpose purpose) {
    with_database_errors(database.path(),
                         [&] { m_books = std::make_unique<Books>(database, purpose); });
}

JournalBooks::~JournalBooks() = default;

const std::string& JournalBooks::path() const {
    return m_books->database().path();
}

PeriodStatus JournalBooks::status(BillingPeriod period) {
    return guarded([&](Books& books) { return require_posted_month(books.database(), period); });
}

std::vector<Posting> JournalBooks::postings(BillingPeriod period, const PeriodStep& step) {
    return guarded([&](Books& books) {
        const auto now = require_posted_month(books.database(), period);
        return month_postings(books.database(), period, now, step);
    });
}

StatementStanding JournalBooks::statements(BillingPeriod period,
                                           const std::vector<Posting>& postings,
                                           const std::string& currency) {
    return guarded([&](Books& books) {
        return read_statement_standing(books.database(), period, postings, currency);
    });
}

SourceAccounts JournalBooks::accounts(BillingPeriod period) {
    return guarded([&](Books& books) { return closing_accounts(books.database(), period); });
}

void JournalBooks::for_each_billed_charge(BillingPeriod period, const OnBilledCharge& on_charge) {
    with_database_errors(path(), [&] {
        focus_billing::for_each_billed_charge(m_books->database().handle(), period, on_charge);
    });
}

std::vector<JournalPosting> JournalBooks::journaled(BillingPeriod period) {
    return guarded([&](Books& books) { return books.journals().journaled(period); });
}

std::vector<JournalRecord> JournalBooks::list(const JournalFilter& filter) {
    return guarded([&](Books& books) { return books.journals().list(filter); });
}

std::string JournalBooks::content(const JournalRecord& record) {
    return guarded([&](Books& books) { return books.journals().content(record); });
}

std::vector<JournalDocument> JournalBooks::documents(const JournalRecord& record) {
    return guarded([&](Books& books) { return books.journals().documents(record); });
}

std::vector<JournalPosting> JournalBooks::journal_postings(const JournalRecord& record) {
    return guarded([&](Books& books) { return books.journals().postings(record); });
}

std::vector<std::pair<std::int64_t, std::uint32_t>>
JournalBooks::find_reference(const std::string& reference) {
    return guarded([&](Books& books) { return books.journals().find_reference(reference); });
}

std::int64_t JournalBooks::next_number() {
    return guarded([&](Books& books) { return books.journals().next_number(); });
}

void JournalBooks::add(JournalRecord& record, const std::vector<JournalDocument>& documents,
                       const std::vector<JournalPosting>& postings, std::string_view bytes,
                       const Occasion& occasion) {
    with_database_errors(path(), [&] {
        m_books->journals().add(record, documents, postings, bytes, m_books->next_audit());
        m_books->append(record, occasion, "journal", "journal " + std::to_string(record.number),
                        registered_json(record, documents));
    });
}

void JournalBooks::mark(const JournalRecord& record, const std::vector<std::uint32_t>& documents,
                        JournalState state, const std::string& ref, const Occasion& occasion) {
    with_database_errors(path(), [&] {
        const bool is_whole = documents.size() == record.parts.size();
        std::string list;
        for (const auto document : documents) {
            m_books->journals().mark(record.number, document, state, ref, m_books->next_audit());
            list += (list.empty() ? "" : ", ") + document_name(record.number, document);
        }
        std::string after = R"({"state":)" + json_string(name_of(state));
        if (!ref.empty())
            after += R"(,"ref":)" + json_string(ref);
        m_books->append(record, occasion, "mark",
                        "journal " + (is_whole ? std::to_string(record.number) : list),
                        after + "}");
    });
}

void JournalBooks::commit() {
    with_database_errors(path(), [&] { m_books->transaction().commit(); });
}

}  // namespace focus_billing
