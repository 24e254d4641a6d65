#include "store/periods/closing_record.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <set>

#include "focus_billing/format/json_text.hpp"
#include "focus_billing/model/periods/posted_total.hpp"
#include "store/periods/period_contents.hpp"
#include "store/periods/postings.hpp"

namespace focus_billing {

namespace {

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

std::optional<ClosingRecord> find_closing(SQLite::Database& database, BillingPeriod period) {
    SQLite::Statement query(database, select_closing);
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

std::string sums_text(SQLite::Database& database, const ClosingRecord& record) {
    SQLite::Statement query(database, select_sums);
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

std::optional<Diagnostic> compare_postings(Database& database, BillingPeriod period,
                                           const ClosingRecord& record) {
    if (record.postings_sha256.empty() ||
        record.postings_sha256 == postings_sha256(read_postings(database.handle(), period)))
        return std::nullopt;
    return difference(database.path(), period,
                      "the postings of " + period.text() +
                          " are not those with which it was closed (audit entry " +
                          std::to_string(record.sequence) + ")");
}

}  // namespace

std::string closing_json(const ClosingFacts& facts, const ClosingConsent& consent,
                         const SourceAccounts& accounts) {
    std::string json = R"({"status":"closed","totals":)" + totals_json(facts.contents);
    append_member("rows_sha256", facts.contents.rows_sha256, json);
    json += R"(,"posted":)" + posted_json(facts.postings);
    append_member("postings_sha256", postings_sha256(facts.postings), json);
    json += R"(,"accounts":)" + accounts_json(facts.postings, accounts);
    append_member("with_held", consent.held, json);
    json += R"(,"without":[)";
    for (const auto& source : consent.without) {
        json += json.back() == '[' ? "" : ",";
        append_json_string(source, json);
    }
    json += ']';
    append_member("with_rejected", consent.rejected, json);
    return json + "}";
}

std::optional<Diagnostic> compare_with_closing(Database& database, BillingPeriod period) {
    const auto record = find_closing(database.handle(), period);
    if (!record) {
        return difference(database.path(), period,
                          "the audit trail does not tell with which charges " + period.text() +
                              " was closed");
    }
    const auto contents = read_period_contents(database, period);
    if (record->totals == totals_json(contents) && record->rows_sha256 == contents.rows_sha256)
        return compare_postings(database, period, *record);
    const auto then = sums_text(database.handle(), *record);
    const auto now = sums_text(contents);
    const auto entry = " (audit entry " + std::to_string(record->sequence) + ")";
    return difference(database.path(), period,
                      then == now ? "the charges of " + period.text() +
                                        " come to the same as when it was closed" + entry +
                                        ", but something in them was changed: " + now
                                  : "the charges of " + period.text() +
                                        " are not those with which it was closed" + entry +
                                        ": then " + then + ", now " + now);
}

}  // namespace focus_billing
