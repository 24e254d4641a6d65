#include "store/journals/journal_register.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "focus_billing/format/gzip.hpp"
#include "focus_billing/format/sha256.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/journals/journal_rows.hpp"

namespace focus_billing {

namespace {

constexpr const char* select_journals = R"sql(
SELECT j.number, j.period, j.date, j.fiscal_year, j.fiscal_period, j.organization, j.format,
    j.layout, j.detail, ifnull(j.reverses, 0), ifnull(j.reverses_document, 0), j.path, j.bytes,
    j.sha256, a.at, a.os_user, ifnull(a.actor, '')
FROM journal AS j JOIN audit AS a ON a.seq = j.audit
WHERE (?1 IS NULL OR j.period = ?1) AND (?2 IS NULL OR j.number = ?2)
ORDER BY j.number)sql";

constexpr const char* select_parts = R"sql(
SELECT document, currency, lines, debits, mark, ref, ifnull(reversed_by, 0)
FROM journal_state WHERE journal = ? ORDER BY document)sql";

constexpr const char* select_journaled = R"sql(
SELECT pi_email, project_id, currency, fund_org, source, account_code, cost_center, reference_1,
    reference_2, 0, decimal_sum(amount), 0, 0, 0, credit_fund_org, credit_account
FROM journaled_posting WHERE period = ?
GROUP BY pi_email, project_id, currency, fund_org, source, account_code, cost_center, reference_1,
    reference_2, credit_fund_org, credit_account
ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, min(id))sql";

constexpr const char* insert_journal = R"sql(
INSERT INTO journal (number, period, date, fiscal_year, fiscal_period, organization, format, layout,
    detail, reverses, reverses_document, path, bytes, sha256, content, audit)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql";

template <std::size_t count>
std::size_t place_of(const std::array<std::string_view, count>& names, const std::string& name) {
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? 0 : static_cast<std::size_t>(found - names.begin());
}

JournalRecord record_of(const SQLite::Statement& row) {
    const auto text = [&](int column) { return row.getColumn(column).getString(); };
    JournalRecord record;
    record.number = row.getColumn(0).getInt64();
    record.period = BillingPeriod::of_key(row.getColumn(1).getInt());
    record.date = text(2);
    record.fiscal_year = row.getColumn(3).getInt();
    record.fiscal_period = row.getColumn(4).getInt();
    record.organization = text(5);
    record.format = text(6);
    record.layout_sha256 = text(7);
    record.detail = static_cast<LineDetail>(place_of(line_detail_names, text(8)));
    record.reverses = row.getColumn(9).getInt64();
    record.reverses_document = row.getColumn(10).getUInt();
    record.path = text(11);
    record.bytes = static_cast<std::uint64_t>(row.getColumn(12).getInt64());
    record.sha256 = text(13);
    record.registered_at = text(14);
    record.os_user = text(15);
    record.actor = text(16);
    return record;
}

// Of damaged bytes nothing: that is not what was registered, either.
std::string decompressed(const SQLite::Column& cell) {
    return gunzip_text_if_whole(
        {static_cast<const char*>(cell.getBlob()), static_cast<std::size_t>(cell.getBytes())});
}

}  // namespace

std::vector<JournalRecord> JournalRegister::list(const JournalFilter& filter) const {
    SQLite::Statement rows(m_transaction.handle(), select_journals);
    if (filter.period)
        rows.bind(1, filter.period->key());
    if (filter.number)
        rows.bind(2, *filter.number);
    std::vector<JournalRecord> records;
    while (rows.executeStep()) {
        records.push_back(record_of(rows));
        records.back().parts = parts(records.back().number);
    }
    return records;
}

std::vector<JournalPart> JournalRegister::parts(std::int64_t journal) const {
    SQLite::Statement rows(m_transaction.handle(), select_parts);
    rows.bind(1, journal);
    std::vector<JournalPart> parts;
    while (rows.executeStep()) {
        parts.push_back({.number = rows.getColumn(0).getUInt(),
                         .currency = rows.getColumn(1).getString(),
                         .lines = static_cast<std::uint64_t>(rows.getColumn(2).getInt64()),
                         .total = rows.getColumn(3).getString(),
                         .mark = static_cast<JournalState>(
                             place_of(journal_state_names, rows.getColumn(4).getString())),
                         .ref = rows.getColumn(5).getString(),
                         .reversed_by = rows.getColumn(6).getInt64()});
    }
    return parts;
}

std::string JournalRegister::content(const JournalRecord& record) const {
    SQLite::Statement query(m_transaction.handle(), "SELECT content FROM journal WHERE number = ?");
    query.bind(1, record.number);
    std::string bytes;
    if (query.executeStep())
        bytes = decompressed(query.getColumn(0));
    if (sha256_text(bytes) == record.sha256)
        return bytes;
    throw Error(ErrorKind::environment,
                make_diagnostic(818, {},
                                "the bytes of journal " + std::to_string(record.number) +
                                    " are not those that were registered",
                                {}, "compare with a backup that passes 'focus-billing check'"));
}

std::vector<JournalDocument> JournalRegister::documents(const JournalRecord& record) const {
    std::vector<JournalDocument> documents;
    for (const auto& part : record.parts) {
        JournalDocument document;
        document.number = part.number;
        document.currency = part.currency;
        document.debits = sum_of(part.total);
        document.credits = document.debits;
        document.lines = read_journal_lines(m_transaction, record.number, part.number);
        documents.push_back(std::move(document));
    }
    return documents;
}

std::vector<JournalPosting> JournalRegister::postings(const JournalRecord& record) const {
    return read_journal_postings(m_transaction, record.number);
}

std::vector<std::pair<std::int64_t, std::uint32_t>>
JournalRegister::find_reference(const std::string& reference) const {
    SQLite::Statement rows(m_transaction.handle(),
                           "SELECT DISTINCT journal, document FROM journal_line"
                           " WHERE reference = ? ORDER BY journal, document");
    rows.bind(1, reference);
    std::vector<std::pair<std::int64_t, std::uint32_t>> found;
    while (rows.executeStep())
        found.emplace_back(rows.getColumn(0).getInt64(), rows.getColumn(1).getUInt());
    return found;
}

std::vector<JournalPosting> JournalRegister::journaled(BillingPeriod period) const {
    SQLite::Statement rows(m_transaction.handle(), select_journaled);
    rows.bind(1, period.key());
    return journal_postings_of(rows);
}

std::int64_t JournalRegister::next_number() const {
    return m_transaction.handle()
        .execAndGet("SELECT ifnull(max(number), 0) + 1 FROM journal")
        .getInt64();
}

void JournalRegister::add(JournalRecord& record, const std::vector<JournalDocument>& documents,
                          const std::vector<JournalPosting>& postings, std::string_view bytes,
                          std::int64_t audit) {
    record.number = next_number();
    record.bytes = bytes.size();
    record.sha256 = sha256_text(bytes);
    const auto content = gzip_text(bytes);
    SQLite::Statement insert(m_transaction.handle(), insert_journal);
    int parameter = 0;
    insert.bind(++parameter, record.number);
    insert.bind(++parameter, record.period.key());
    insert.bind(++parameter, record.date);
    insert.bind(++parameter, record.fiscal_year);
    insert.bind(++parameter, record.fiscal_period);
    insert.bind(++parameter, record.organization);
    insert.bind(++parameter, record.format);
    insert.bind(++parameter, record.layout_sha256);
    insert.bind(++parameter,
                std::string(line_detail_names[static_cast<std::size_t>(record.detail)]));
    ++parameter;
    if (record.reverses != 0)
        insert.bind(parameter, record.reverses);
    ++parameter;
    if (record.reverses != 0)
        insert.bind(parameter, record.reverses_document);
    insert.bind(++parameter, record.path);
    insert.bind(++parameter, static_cast<std::int64_t>(record.bytes));
    insert.bind(++parameter, record.sha256);
    insert.bindNoCopy(++parameter, content.data(), static_cast<int>(content.size()));
    insert.bind(++parameter, audit);
    insert.exec();
    add_documents(record, documents);
    write_journal_postings(m_transaction, record.number, postings);
    record.parts = parts(record.number);
}

void JournalRegister::add_documents(const JournalRecord& record,
                                    const std::vector<JournalDocument>& documents) {
    SQLite::Statement insert(m_transaction.handle(),
                             "INSERT INTO journal_document (journal, document, currency,"
                             " lines, debits, credits) VALUES (?, ?, ?, ?, ?, ?)");
    for (const auto& document : documents) {
        insert.bind(1, record.number);
        insert.bind(2, document.number);
        insert.bind(3, document.currency);
        insert.bind(4, static_cast<std::int64_t>(document.lines.size()));
        insert.bind(5, document.debits.text());
        insert.bind(6, document.credits.text());
        insert.exec();
        insert.reset();
        write_journal_lines(m_transaction, record.number, document);
    }
}

void JournalRegister::mark(std::int64_t journal, std::uint32_t document, JournalState state,
                           const std::string& ref, std::int64_t audit) {
    SQLite::Statement insert(m_transaction.handle(),
                             "INSERT INTO journal_mark (journal, document, state, ref,"
                             " audit) VALUES (?, ?, ?, ?, ?)");
    insert.bind(1, journal);
    insert.bind(2, document);
    insert.bind(3, std::string(name_of(state)));
    insert.bind(4, ref);
    insert.bind(5, audit);
    insert.exec();
}

}  // namespace focus_billing
