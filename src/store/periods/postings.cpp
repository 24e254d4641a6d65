#include "store/periods/postings.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "focus_billing/format/sha256.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/charges/billed_charges.hpp"
#include "store/period_status.hpp"

namespace focus_billing {

namespace {

constexpr const char* insert_posting = R"sql(
INSERT INTO posting (pi_email, project_id, currency, fund_org, source, account_code, cost_center,
    reference_1, reference_2, shares, rounding, amount, charges, period, closing)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql";

constexpr const char* select_postings = R"sql(
SELECT pi_email, project_id, currency, fund_org, source, account_code, cost_center, reference_1,
    reference_2, shares, rounding, amount, charges
FROM posting WHERE period = ?
ORDER BY pi_email, project_id, currency, fund_org, source, account_code, cost_center, reference_1,
    reference_2)sql";

constexpr int charges_column = 12;

// A damaged text is nothing here: the check finds that the amounts are not what is billed.
DecimalSum stored_sum(const SQLite::Column& column) {
    return DecimalSum::parse(column.getString()).value_or(DecimalSum());
}

std::vector<std::string> texts_of(const Posting& posting) {
    std::vector<std::string> texts;
    for (const auto* text : key_texts(posting.key))
        texts.push_back(*text);
    for (const auto* amount : {&posting.shares, &posting.rounding, &posting.amount})
        texts.push_back(amount->text());
    return texts;
}

Posting posting_of(const SQLite::Statement& row) {
    return {.key = posting_key_of(row),
            .charges = static_cast<std::uint64_t>(row.getColumn(charges_column).getInt64()),
            .shares = stored_sum(row.getColumn(9)),
            .rounding = stored_sum(row.getColumn(10)),
            .amount = stored_sum(row.getColumn(11))};
}

constexpr const char* has_postings_on_record = R"sql(
SELECT json_extract(after, '$.postings_sha256') IS NOT NULL FROM audit
WHERE period = ? AND action = 'close' AND json_valid(after) ORDER BY seq DESC LIMIT 1)sql";

constexpr const char* select_accounts = R"sql(
SELECT t.key, t.value FROM audit AS a, json_each(a.after, '$.accounts') AS t
WHERE a.seq = (SELECT max(seq) FROM audit WHERE period = ? AND action = 'close')
    AND json_valid(a.after))sql";

[[noreturn]] void refuse_month(const Transaction& transaction, int code, std::string message,
                               std::string help) {
    throw Error(ErrorKind::state,
                make_diagnostic(code, {.file = transaction.path(), .line = 0, .column = 0},
                                std::move(message), {}, std::move(help)));
}

bool has_postings(const Transaction& transaction, BillingPeriod period) {
    SQLite::Statement query(transaction.handle(), has_postings_on_record);
    query.bind(1, period.key());
    return query.executeStep() && query.getColumn(0).getInt() != 0;
}

}  // namespace

std::array<const std::string*, 9> key_texts(const PostingKey& key) {
    return {&key.statement.pi_email,
            &key.statement.project_id,
            &key.statement.currency,
            &key.fund_org,
            &key.source,
            &key.account_code,
            &key.cost_center,
            &key.reference_1,
            &key.reference_2};
}

PostingKey posting_key_of(const SQLite::Statement& row) {
    const auto text = [&](int column) { return row.getColumn(column).getString(); };
    return {.statement = {.pi_email = text(0), .project_id = text(1), .currency = text(2)},
            .fund_org = text(3),
            .source = text(4),
            .account_code = text(5),
            .cost_center = text(6),
            .reference_1 = text(7),
            .reference_2 = text(8)};
}

std::vector<Posting> make_postings(const Transaction& transaction, BillingPeriod period,
                                   const PostingRules& rules) {
    return rules.post([&](const OnBilledCharge& on_charge) {
        for_each_billed_charge(transaction, period, on_charge);
    });
}

std::vector<Posting> read_postings(const Transaction& transaction, BillingPeriod period) {
    SQLite::Statement rows(transaction.handle(), select_postings);
    rows.bind(1, period.key());
    std::vector<Posting> postings;
    while (rows.executeStep())
        postings.push_back(posting_of(rows));
    return postings;
}

void write_postings(const Transaction& transaction, BillingPeriod period, std::int64_t closing,
                    const std::vector<Posting>& postings) {
    SQLite::Statement insert(transaction.handle(), insert_posting);
    for (const auto& posting : postings) {
        int parameter = 0;
        for (const auto& text : texts_of(posting))
            insert.bind(++parameter, text);
        insert.bind(++parameter, static_cast<std::int64_t>(posting.charges));
        insert.bind(++parameter, period.key());
        insert.bind(++parameter, closing);
        insert.exec();
        insert.reset();
    }
}

void remove_postings(const Transaction& transaction, BillingPeriod period) {
    SQLite::Statement remove(transaction.handle(), "DELETE FROM posting WHERE period = ?");
    remove.bind(1, period.key());
    remove.exec();
}

std::string postings_sha256(const std::vector<Posting>& postings) {
    Sha256Hasher hasher;
    for (const auto& posting : postings) {
        for (const auto& text : texts_of(posting)) {
            hasher.update(std::to_string(text.size()) + ":");
            hasher.update(text);
        }
        hasher.update(std::to_string(posting.charges) + "\n");
    }
    return hex_text(hasher.finish());
}

PeriodStatus require_posted_month(const Transaction& transaction, BillingPeriod period) {
    const auto status = find_period_status(transaction, period);
    if (!status) {
        refuse_month(transaction, 533, period.text() + " was never opened",
                     "'focus-billing periods list' shows the months that were");
    }
    if (*status != PeriodStatus::open && !has_postings(transaction, period)) {
        refuse_month(transaction, 701, period.text() + " was closed before postings were kept",
                     "close it anew: focus-billing periods reopen " + period.text() +
                         " --reason 'postings', then focus-billing periods close " + period.text());
    }
    return *status;
}

SourceAccounts closing_accounts(const Transaction& transaction, BillingPeriod period) {
    SourceAccounts accounts;
    SQLite::Statement rows(transaction.handle(), select_accounts);
    rows.bind(1, period.key());
    while (rows.executeStep())
        accounts.emplace(rows.getColumn(0).getString(), rows.getColumn(1).getString());
    return accounts;
}

std::vector<Posting> month_postings(const Transaction& transaction, BillingPeriod period,
                                    PeriodStatus status, const PostingRules& rules) {
    return status == PeriodStatus::open ? make_postings(transaction, period, rules)
                                        : read_postings(transaction, period);
}

}  // namespace focus_billing
