#include "store/periods/closing_record.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <set>

#include "focus_billing/format/json.hpp"
#include "focus_billing/model/periods/posting.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/periods/period_contents.hpp"
#include "store/periods/postings.hpp"

namespace focus_billing {

namespace {

constexpr const char* select_sources = R"sql(
SELECT i.source, sum(e.added - e.removed) AS charges
FROM import_effect AS e JOIN import AS i ON i.id = e.import_id
WHERE e.period = ? GROUP BY i.source HAVING charges > 0 ORDER BY i.source)sql";

// Rows that mend an import may in turn have been mended: all of them count for the first one.
constexpr const char* select_unmended = R"sql(
WITH RECURSIVE mending (root, import_id) AS (
    SELECT i.id, i.id FROM import_period AS p JOIN import AS i ON i.id = p.import_id
    WHERE p.period = ? AND p.superseded_by IS NULL AND i.mends IS NULL AND i.rejected > 0
    UNION
    SELECT m.root, i.id FROM mending AS m JOIN import AS i ON i.mends = m.import_id
    WHERE i.review IS NULL)
SELECT r.id, r.file_name,
    r.rejected - sum(CASE WHEN i.id = r.id THEN 0 ELSE i.stored + i.unchanged + i.corrected END)
        AS unmended
FROM mending AS m JOIN import AS i ON i.id = m.import_id JOIN import AS r ON r.id = m.root
GROUP BY r.id HAVING unmended > 0 ORDER BY r.id)sql";

std::vector<MissingSource> sources_in(const Transaction& transaction, int key) {
    SQLite::Statement query(transaction.handle(), select_sources);
    query.bind(1, key);
    std::vector<MissingSource> sources;
    while (query.executeStep()) {
        sources.push_back(
            {.source = query.getColumn(0).getString(),
             .charges_before = static_cast<std::uint64_t>(query.getColumn(1).getInt64())});
    }
    return sources;
}

constexpr const char* select_closing = R"sql(
SELECT seq, json_extract(after, '$.totals'), json_extract(after, '$.rows_sha256'),
    json_extract(after, '$.postings_sha256')
FROM audit
WHERE seq = (SELECT max(seq) FROM audit WHERE period = ? AND action = 'close')
    AND json_valid(after))sql";

constexpr const char* select_sums = R"sql(
SELECT json_extract(t.value, '$.charges'), json_extract(t.value, '$.billed'),
    json_extract(t.value, '$.currency')
FROM audit AS a, json_each(a.after, '$.totals') AS t WHERE a.seq = ? ORDER BY t.key)sql";

struct ClosingRecord {
    std::int64_t sequence = 0;
    std::string totals;
    std::string rows_sha256;
    std::string postings_sha256;  // empty: it was closed before there were postings
};

std::optional<ClosingRecord> find_closing(const Transaction& transaction, BillingPeriod period) {
    SQLite::Statement query(transaction.handle(), select_closing);
    query.bind(1, period.key());
    if (!query.executeStep() || query.getColumn(1).isNull() || query.getColumn(2).isNull())
        return std::nullopt;
    return ClosingRecord{.sequence = query.getColumn(0).getInt64(),
                         .totals = query.getColumn(1).getString(),
                         .rows_sha256 = query.getColumn(2).getString(),
                         .postings_sha256 = query.getColumn(3).getString()};
}

void append_member(std::string_view name, std::string_view value, std::string& json) {
    if (json.size() > 1)
        json += ',';
    append_json_string(name, json);
    json += ':';
    append_json_string(value, json);
}

void append_member(std::string_view name, std::uint64_t value, std::string& json) {
    if (json.size() > 1)
        json += ',';
    append_json_string(name, json);
    json += ':' + std::to_string(value);
}

std::string total_json(const ContentsTotal& total) {
    std::string json = "{";
    append_member("currency", total.currency, json);
    append_member("charges", total.charges, json);
    append_member("billed", total.billed, json);
    append_member("held", total.held, json);
    append_member("held_cost", total.held_cost, json);
    append_member("held_credits", total.held_credits, json);
    append_member("held_credit_cost", total.held_credit_cost, json);
    if (total.rejected > 0) {
        append_member("rejected", total.rejected, json);
        append_member("rejected_cost", total.rejected_cost, json);
    }
    if (total.carried_in > 0) {
        append_member("carried_in", total.carried_in, json);
        append_member("carried_in_cost", total.carried_in_cost, json);
    }
    return json + "}";
}

std::string totals_json(const PeriodContents& contents) {
    std::string json;
    for (const auto& total : contents.totals)
        json += (json.empty() ? "" : ",") + total_json(total);
    return "[" + json + "]";
}

std::string posted_json(const std::vector<Posting>& postings) {
    std::string json;
    for (const auto& total : posted_totals(postings)) {
        std::string one = "{";
        append_member("currency", total.currency, one);
        append_member("postings", total.postings, one);
        append_member("rounding", total.rounding.text(), one);
        append_member("amount", total.amount.text(), one);
        json += (json.empty() ? "" : ",") + one + "}";
    }
    return "[" + json + "]";
}

std::string sums_text(const std::string& charges, const std::string& billed,
                      const std::string& currency) {
    return charges + (charges == "1" ? " charge of " : " charges of ") + billed + " " + currency;
}

std::string sums_text(const PeriodContents& contents) {
    std::string text;
    for (const auto& total : contents.totals) {
        text += (text.empty() ? "" : ", ") +
                sums_text(std::to_string(total.charges), total.billed, total.currency);
    }
    return text.empty() ? "no charges" : text;
}

std::string sums_text(const Transaction& transaction, const ClosingRecord& record) {
    SQLite::Statement query(transaction.handle(), select_sums);
    query.bind(1, record.sequence);
    std::string text;
    while (query.executeStep()) {
        text += (text.empty() ? "" : ", ") + sums_text(query.getColumn(0).getString(),
                                                       query.getColumn(1).getString(),
                                                       query.getColumn(2).getString());
    }
    return text.empty() ? "no charges" : text;
}

Diagnostic difference(const std::string& path, BillingPeriod period, const std::string& message) {
    return make_diagnostic(
        537, {.file = path, .line = 0, .column = 0}, message, {},
        "compare with a backup; or let the month be as it is now, with a reason on record: "
        "focus-billing periods reopen " +
            period.text() + " --reason TEXT, and close it again");
}

// Of the sources that have postings: a statement of them finds their charges again.
std::string accounts_json(const std::vector<Posting>& postings, const SourceAccounts& accounts) {
    std::set<std::string> sources;
    for (const auto& posting : postings)
        sources.insert(posting.key.source);
    std::string json = "{";
    for (const auto& [source, account] : accounts) {
        if (sources.contains(source))
            append_member(source, account, json);
    }
    return json + "}";
}

std::optional<Diagnostic> compare_postings(const Transaction& transaction, BillingPeriod period,
                                           const ClosingRecord& record) {
    if (record.postings_sha256.empty() ||
        record.postings_sha256 == postings_sha256(read_postings(transaction, period)))
        return std::nullopt;
    return difference(transaction.path(), period,
                      "the postings of " + period.text() +
                          " are not those with which it was closed (audit entry " +
                          std::to_string(record.sequence) + ")");
}

}  // namespace

ClosingFacts read_closing_facts(const Transaction& transaction, BillingPeriod period) {
    ClosingFacts facts;
    facts.contents = read_period_contents(transaction, period);
    for (const auto& source : sources_in(transaction, period.key()))
        facts.present.push_back(source.source);
    for (auto& before : sources_in(transaction, period.key() - 1)) {
        if (!std::ranges::binary_search(facts.present, before.source))
            facts.missing.push_back(std::move(before));
    }
    facts.unmended = unmended_imports(transaction, period);
    return facts;
}

std::vector<UnmendedImport> unmended_imports(const Transaction& transaction, BillingPeriod period) {
    SQLite::Statement query(transaction.handle(), select_unmended);
    query.bind(1, period.key());
    std::vector<UnmendedImport> imports;
    while (query.executeStep()) {
        imports.push_back({.number = query.getColumn(0).getInt64(),
                           .file_name = query.getColumn(1).getString(),
                           .rows = static_cast<std::uint64_t>(query.getColumn(2).getInt64())});
    }
    return imports;
}

std::string closing_json(const ClosingFacts& facts, const ClosingConfirmation& confirmation,
                         const SourceAccounts& accounts) {
    std::string json = R"({"status":"closed","totals":)" + totals_json(facts.contents);
    append_member("rows_sha256", facts.contents.rows_sha256, json);
    json += R"(,"posted":)" + posted_json(facts.postings);
    append_member("postings_sha256", postings_sha256(facts.postings), json);
    json += R"(,"accounts":)" + accounts_json(facts.postings, accounts);
    append_member("with_held", confirmation.held, json);
    json += R"(,"without":[)";
    for (const auto& source : confirmation.without) {
        json += json.back() == '[' ? "" : ",";
        append_json_string(source, json);
    }
    json += ']';
    append_member("with_rejected", confirmation.rejected, json);
    return json + "}";
}

std::optional<Diagnostic> compare_with_closing(const Transaction& transaction,
                                               BillingPeriod period) {
    const auto record = find_closing(transaction, period);
    if (!record) {
        return difference(transaction.path(), period,
                          "the audit trail does not tell with which charges " + period.text() +
                              " was closed");
    }
    const auto contents = read_period_contents(transaction, period);
    if (record->totals == totals_json(contents) && record->rows_sha256 == contents.rows_sha256)
        return compare_postings(transaction, period, *record);
    const auto then = sums_text(transaction, *record);
    const auto now = sums_text(contents);
    const auto entry = " (audit entry " + std::to_string(record->sequence) + ")";
    return difference(transaction.path(), period,
                      then == now ? "the charges of " + period.text() +
                                        " come to the same as when it was closed" + entry +
                                        ", but something in them was changed: " + now
                                  : "the charges of " + period.text() +
                                        " are not those with which it was closed" + entry +
                                        ": then " + then + ", now " + now);
}

}  // namespace focus_billing
