#include "store/journals/journal_rows.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "focus_billing/format/json.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/periods/postings.hpp"

namespace focus_billing {

namespace {

constexpr const char* insert_line = R"sql(
INSERT INTO journal_line (journal, document, line, party, side, reference, fund_org, account_code,
    source, pi_email, project_id, statement, cost_center, reference_1, reference_2, description,
    groups, charges, amount)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql";

constexpr const char* select_lines = R"sql(
SELECT party, side, reference, fund_org, account_code, source, pi_email, project_id, statement,
    cost_center, reference_1, reference_2, description, charges, amount, id
FROM journal_line WHERE journal = ? AND document = ? ORDER BY line)sql";

constexpr const char* select_groups = R"sql(
SELECT g.key, g.value FROM journal_line AS l, json_each(l.groups) AS g
WHERE l.id = ? AND json_valid(l.groups))sql";

constexpr const char* insert_posting = R"sql(
INSERT INTO journal_posting (journal, pi_email, project_id, currency, fund_org, source,
    account_code, cost_center, reference_1, reference_2, charges, amount, document, payer_line,
    source_line, credit_fund_org, credit_account)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql";

constexpr const char* select_postings = R"sql(
SELECT pi_email, project_id, currency, fund_org, source, account_code, cost_center, reference_1,
    reference_2, charges, amount, document, payer_line, source_line, credit_fund_org,
    credit_account
FROM journal_posting WHERE journal = ?
ORDER BY document, pi_email, project_id, currency, fund_org, source, account_code, cost_center,
    reference_1, reference_2)sql";

std::string groups_json(const std::map<std::string, std::string>& groups) {
    std::string json = "{";
    for (const auto& [name, value] : groups) {
        json += (json.size() == 1 ? "" : ",") + json_string(name) + ":" + json_string(value);
    }
    return json + "}";
}

// A damaged text is nothing here: the check finds that the amounts do not add up.
DecimalSum stored_sum(const SQLite::Column& column) {
    return DecimalSum::parse(column.getString()).value_or(DecimalSum());
}

JournalLine line_of(const SQLite::Statement& row) {
    const auto text = [&](int column) { return row.getColumn(column).getString(); };
    return {.party = text(0) == party_names[0] ? Party::payer : Party::source,
            .side = text(1) == side_names[0] ? Side::debit : Side::credit,
            .reference = text(2),
            .fund_org = text(3),
            .account_code = text(4),
            .source = text(5),
            .pi_email = text(6),
            .project_id = text(7),
            .statement = text(8),
            .cost_center = text(9),
            .reference_1 = text(10),
            .reference_2 = text(11),
            .description = text(12),
            .groups = {},
            .charges = static_cast<std::uint64_t>(row.getColumn(13).getInt64()),
            .amount = stored_sum(row.getColumn(14))};
}

void bind_line(SQLite::Statement& insert, const JournalLine& line) {
    int parameter = 3;
    for (const auto& text :
         {std::string(party_names[static_cast<std::size_t>(line.party)]),
          std::string(side_names[static_cast<std::size_t>(line.side)]), line.reference,
          line.fund_org, line.account_code, line.source, line.pi_email, line.project_id,
          line.statement, line.cost_center, line.reference_1, line.reference_2, line.description,
          groups_json(line.groups)})
        insert.bind(++parameter, text);
    insert.bind(++parameter, static_cast<std::int64_t>(line.charges));
    insert.bind(++parameter, line.amount.text());
}

JournalPosting posting_of(const SQLite::Statement& row) {
    const auto text = [&](int column) { return row.getColumn(column).getString(); };
    return {.key = posting_key_of(row),
            .charges = static_cast<std::uint64_t>(row.getColumn(9).getInt64()),
            .amount = stored_sum(row.getColumn(10)),
            .document = row.getColumn(11).getUInt(),
            .payer_line = row.getColumn(12).getUInt(),
            .source_line = row.getColumn(13).getUInt(),
            .credit_fund_org = text(14),
            .credit_account = text(15)};
}

void bind_posting(SQLite::Statement& insert, const JournalPosting& posting) {
    int parameter = 1;
    for (const auto* text : key_texts(posting.key))
        insert.bind(++parameter, *text);
    insert.bind(++parameter, static_cast<std::int64_t>(posting.charges));
    insert.bind(++parameter, posting.amount.text());
    insert.bind(++parameter, posting.document);
    insert.bind(++parameter, posting.payer_line);
    insert.bind(++parameter, posting.source_line);
    insert.bind(++parameter, posting.credit_fund_org);
    insert.bind(++parameter, posting.credit_account);
}

}  // namespace

void write_journal_lines(const Transaction& transaction, std::int64_t journal,
                         const JournalDocument& document) {
    SQLite::Statement insert(transaction.handle(), insert_line);
    for (std::size_t i = 0; i < document.lines.size(); ++i) {
        insert.bind(1, journal);
        insert.bind(2, document.number);
        insert.bind(3, static_cast<std::int64_t>(i + 1));
        bind_line(insert, document.lines[i]);
        insert.exec();
        insert.reset();
    }
}

std::vector<JournalLine> read_journal_lines(const Transaction& transaction, std::int64_t journal,
                                            std::uint32_t document) {
    SQLite::Statement rows(transaction.handle(), select_lines);
    SQLite::Statement groups(transaction.handle(), select_groups);
    rows.bind(1, journal);
    rows.bind(2, document);
    std::vector<JournalLine> lines;
    while (rows.executeStep()) {
        lines.push_back(line_of(rows));
        groups.bind(1, rows.getColumn(15).getInt64());
        while (groups.executeStep()) {
            lines.back().groups.emplace(groups.getColumn(0).getString(),
                                        groups.getColumn(1).getString());
        }
        groups.reset();
    }
    return lines;
}

void write_journal_postings(const Transaction& transaction, std::int64_t journal,
                            const std::vector<JournalPosting>& postings) {
    SQLite::Statement insert(transaction.handle(), insert_posting);
    for (const auto& posting : postings) {
        insert.bind(1, journal);
        bind_posting(insert, posting);
        insert.exec();
        insert.reset();
    }
}

std::vector<JournalPosting> read_journal_postings(const Transaction& transaction,
                                                  std::int64_t journal) {
    SQLite::Statement rows(transaction.handle(), select_postings);
    rows.bind(1, journal);
    return journal_postings_of(rows);
}

std::vector<JournalPosting> journal_postings_of(SQLite::Statement& rows) {
    std::vector<JournalPosting> postings;
    while (rows.executeStep())
        postings.push_back(posting_of(rows));
    return postings;
}

}  // namespace focus_billing
