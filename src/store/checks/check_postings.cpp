#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <tuple>

#include "focus_billing/model/currency.hpp"
#include "focus_billing/model/periods/posting.hpp"
#include "focus_billing/model/rounding.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/charges/billed_charges.hpp"
#include "store/checks/check_database.hpp"
#include "store/periods/postings.hpp"

namespace focus_billing {

namespace {

// All of a posting's key but the account, which may come from the configuration of its time.
using Payer =
    std::tuple<StatementKey, std::string, std::string, std::string, std::string, std::string>;

struct PayerShares {
    std::uint64_t charges = 0;
    DecimalSum shares;

    void subtract(const Posting& posting) {
        charges -= posting.charges;
        shares.subtract(posting.shares);
    }
    [[nodiscard]] bool is_nothing() const { return charges == 0 && shares.sign() == 0; }
};

Payer payer_of(const BilledCharge& charge) {
    const auto value = [&](Attribute attribute) {
        return std::string((*charge.values)[index_of(attribute)]);
    };
    return {StatementKey{value(Attribute::pi_email), value(Attribute::project_id),
                         std::string(charge.currency)},
            value(Attribute::fund_org),
            std::string(charge.source),
            value(Attribute::cost_center),
            value(Attribute::reference_1),
            value(Attribute::reference_2)};
}

Payer payer_of(const PostingKey& key) {
    return {key.statement,   key.fund_org,    key.source,
            key.cost_center, key.reference_1, key.reference_2};
}

class PostingCheck {
public:
    PostingCheck(const CheckRun& run, BillingPeriod period)
        : m_run(run), m_period(period), m_postings(read_postings(run.transaction, period)) {}

    void tell() {
        recount();
        find_wrong_amounts();
        const auto totals = posted_totals(m_postings);
        for (const auto& total : totals)
            tell(total);
        for (auto& [currency, fault] : m_faults)
            m_run.on_line({.subject = subject(currency), .fault = std::move(fault)});
    }

private:
    [[nodiscard]] std::string subject(const std::string& currency) const {
        return "postings of " + m_period.text() + (currency.empty() ? "" : " ") + currency;
    }

    void tell(const PostedTotal& total) {
        m_run.on_line({.subject = subject(total.currency),
                       .left = {amount_term("billed", m_billed[total.currency].text()),
                                amount_term("rounding", total.rounding.text())},
                       .right = {amount_term("postings", total.amount.text())},
                       .fault = take_fault(total.currency)});
    }

    std::optional<Diagnostic> take_fault(const std::string& currency) {
        auto fault = m_faults.extract(currency);
        return fault.empty() ? std::nullopt : std::optional(std::move(fault.mapped()));
    }

    void recount() {
        std::map<Payer, PayerShares> shares;
        std::map<std::pair<std::int64_t, std::int64_t>,
                 std::map<std::string, PayerShares*, std::less<>>>
            known;
        for_each_billed_charge(m_run.transaction, m_period, [&](const BilledCharge& charge) {
            auto& by_currency = known[{charge.payer, charge.import}];
            auto found = by_currency.find(charge.currency);
            if (found == by_currency.end()) {
                found = by_currency.emplace(std::string(charge.currency), &shares[payer_of(charge)])
                            .first;
            }
            ++found->second->charges;
            found->second->shares.add(charge.cost);
        });
        for (const auto& [payer, sums] : shares)
            m_billed[std::get<0>(payer).currency].add(sums.shares);
        for (const auto& posting : m_postings)
            shares[payer_of(posting.key)].subtract(posting);
        for (const auto& [payer, sums] : shares) {
            if (!sums.is_nothing())
                note_difference(std::get<0>(payer), sums);
        }
    }

    void note_difference(const StatementKey& key, const PayerShares& sums) {
        m_faults.try_emplace(key.currency,
                             m_run.fault(572, "the postings of " + m_period.text() +
                                                  " are not what is billed in it: for " +
                                                  key.pi_email + " and project '" + key.project_id +
                                                  "' they differ by " + sums.shares.text() + " " +
                                                  key.currency));
    }

    void find_wrong_amounts() {
        for (const auto& posting : m_postings) {
            const auto& currency = posting.key.statement.currency;
            auto sum = posting.shares;
            sum.add(posting.rounding);
            const auto amount = rounded(posting.shares, minor_unit_or_usual(currency));
            if (sum.text() == posting.amount.text() && amount.text() == posting.amount.text())
                continue;
            m_faults.try_emplace(
                currency, m_run.fault(572, "a posting of " + m_period.text() +
                                               " is not rounded right: " + posting.shares.text() +
                                               " to " + posting.amount.text() + " " + currency));
        }
    }

    const CheckRun& m_run;
    BillingPeriod m_period;
    std::vector<Posting> m_postings;
    std::map<std::string, DecimalSum> m_billed;
    std::map<std::string, Diagnostic> m_faults;  // by currency, the first of each
};

}  // namespace

void check_postings(const CheckRun& run) {
    SQLite::Statement periods(run.transaction.handle(),
                              "SELECT key FROM period WHERE status <> 'open' AND key IN"
                              " (SELECT period FROM audit WHERE action = 'close'"
                              "  AND json_valid(after) AND json_extract(after, "
                              "'$.postings_sha256') IS NOT NULL) ORDER BY key");
    while (periods.executeStep()) {
        run.on_step();
        PostingCheck(run, BillingPeriod::of_key(periods.getColumn(0).getInt())).tell();
    }
}

}  // namespace focus_billing
