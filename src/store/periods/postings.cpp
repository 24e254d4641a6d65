#include "store/periods/postings.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "focus_billing/format/sha256.hpp"
#include "store/charges/billed_charges.hpp"
#include "store/periods/posting_key_row.hpp"

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

}  // namespace

std::vector<Posting> make_postings(SQLite::Database& database, BillingPeriod period,
                                   const PeriodStep& step) {
    return step.post([&](const OnBilledCharge& on_charge) {
        for_each_billed_charge(database, period, on_charge);
    });
}

std::vector<Posting> read_postings(SQLite::Database& database, BillingPeriod period) {
    SQLite::Statement rows(database, select_postings);
    rows.bind(1, period.key());
    std::vector<Posting> postings;
    while (rows.executeStep())
        postings.push_back(posting_of(rows));
    return postings;
}

void write_postings(SQLite::Database& database, BillingPeriod period, std::int64_t closing,
                    const std::vector<Posting>& postings) {
    SQLite::Statement insert(database, insert_posting);
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

void remove_postings(SQLite::Database& database, BillingPeriod period) {
    SQLite::Statement remove(database, "DELETE FROM posting WHERE period = ?");
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

}  // namespace focus_billing
