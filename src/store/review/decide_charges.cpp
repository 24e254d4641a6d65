#include "focus_billing/store/review/decide_charges.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "focus_billing/format/json.hpp"
#include "focus_billing/format/timestamp.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/audit_trail.hpp"
#include "store/period_status.hpp"
#include "store/review/decision_blockers.hpp"
#include "store/review/decision_writer.hpp"

namespace focus_billing {

namespace {

constexpr std::int64_t seconds_of_a_day = 86'400;
constexpr std::int64_t old_in_days = 90;
constexpr std::size_t orders_per_step = 1024;

std::string word_of(DecisionEffect effect) {
    return effect == DecisionEffect::in_place  ? "in_place"
           : effect == DecisionEffect::carried ? "carried"
                                               : "moved";
}

std::int64_t seconds_of(const std::string& time) {
    const auto timestamp = parse_timestamp(time);
    return timestamp ? timestamp->instant.seconds : 0;
}

class Decider {
public:
    Decider(const Transaction& transaction, const DecisionTerms& terms)
        : m_transaction(transaction), m_terms(terms), m_charges(m_transaction) {
        m_report.dry_run = terms.dry_run;
    }

    DecisionReport run(const std::vector<DecisionRequest>& requests) {
        if (!m_terms.dry_run) {
            m_transaction.handle().exec("PRAGMA defer_foreign_keys = ON");
            m_entry = m_transaction.handle()
                          .execAndGet("SELECT ifnull(max(seq), 0) + 1 FROM audit")
                          .getInt64();
            m_writer.emplace(m_transaction, m_entry, m_terms.audit_context);
        }
        for (std::size_t i = 0; i < requests.size(); ++i) {
            if (i % orders_per_step == 0)
                m_terms.on_step();
            take(requests[i]);
        }
        warn_of_age();
        for (const auto& [key, total] : m_totals)
            m_report.totals.push_back(total);
        if (!m_terms.dry_run && m_report.refusals.empty() && !m_report.totals.empty())
            record();
        return std::move(m_report);
    }

private:
    void refuse(const DecisionRequest& request, int code, std::string message, std::string help) {
        m_report.refusals.push_back(
            make_diagnostic(code, {.file = m_terms.place, .line = request.line, .column = 0},
                            std::move(message), {}, std::move(help)));
    }

    void take(const DecisionRequest& request) {
        const auto name = "charge " + std::to_string(request.charge);
        const auto charge = m_charges.find(request.charge);
        if (!charge) {
            return refuse(request, 560, "there is no " + name,
                          "their numbers: focus-billing review list");
        }
        if (!m_taken.insert(request.charge).second) {
            return refuse(request, 567, name + " is decided twice",
                          "leave one decision for each charge");
        }
        // What takes a held charge back is decided together with it.
        if (charge->original && m_taken.contains(*charge->original))
            return;
        if (m_terms.by_filter && charge->held_original)
            return;
        const auto judgement = decision_blockers(*charge, request, m_terms.place);
        if (judgement.refusal) {
            m_report.refusals.push_back(*judgement.refusal);
            return;
        }
        if (judgement.is_done) {
            ++m_report.unchanged;
            return;
        }
        carry_out(*charge, request, judgement.effect);
    }

    void carry_out(const ReviewedCharge& charge, const DecisionRequest& request,
                   DecisionEffect effect) {
        auto billed_in = charge.counts_in();
        if (effect != DecisionEffect::in_place) {
            const auto open = next_open(charge.counts_in());
            if (!open) {
                return refuse(
                    request, 514,
                    "no month after " + charge.counts_in().text() + " is open, in which charge " +
                        std::to_string(charge.id) + " could be billed",
                    "open one: focus-billing periods open " + charge.counts_in().next().text());
            }
            billed_in = *open;
        }
        if (request.verdict == Verdict::withdraw && charge.carried_into)
            billed_in = charge.home;
        count(charge, request, effect, billed_in);
        if (effect == DecisionEffect::moved)
            note_age(charge, request);
        if (m_writer && m_report.refusals.empty())
            m_writer->write(charge, request, effect, billed_in);
    }

    std::optional<BillingPeriod> next_open(BillingPeriod period) {
        const auto [found, is_new] = m_next_open.try_emplace(period);
        if (is_new)
            found->second = earliest_open_after(m_transaction, period);
        return found->second;
    }

    void count(const ReviewedCharge& charge, const DecisionRequest& request, DecisionEffect effect,
               BillingPeriod billed_in) {
        auto& total =
            m_totals[{request.verdict, effect, charge.counts_in(), billed_in, charge.currency}];
        total.verdict = request.verdict;
        total.effect = effect;
        total.period = charge.counts_in();
        total.billed_in = billed_in;
        total.currency = charge.currency;
        ++total.charges;
        total.cost.add(charge.charged_cost);
    }

    void note_age(const ReviewedCharge& charge, const DecisionRequest& request) {
        const auto began = charge.start.value_or(seconds_of(charge.period.text() + "-01"));
        const auto days = (seconds_of(m_terms.audit_context.at) - began) / seconds_of_a_day;
        if (days <= old_in_days)
            return;
        ++m_old;
        if (days > m_oldest_days) {
            m_oldest_days = days;
            m_oldest = request.charge;
        }
    }

    void warn_of_age() {
        if (m_old == 0)
            return;
        m_report.warnings.push_back(make_diagnostic(
            569, {.file = m_terms.place, .line = 0, .column = 0},
            std::to_string(m_old) + (m_old == 1 ? " charge is" : " charges are") +
                " more than 90 days old; the oldest, charge " + std::to_string(m_oldest) + ", " +
                std::to_string(m_oldest_days) + " days",
            {}, "rules of grants often forbid transfers after 90 days: keep the reason on file"));
    }

    void record() {
        m_writer->finish();
        std::string after = "{\"decisions\":[";
        after += std::to_string(m_writer->first_decision()) + "," +
                 std::to_string(m_writer->last_decision()) + "],\"sha256\":\"" +
                 decisions_sha256(m_transaction, m_entry) + "\",\"totals\":[";
        for (const auto& total : m_report.totals) {
            after += after.back() == '[' ? "{" : ",{";
            after += "\"verdict\":\"" + std::string(name_of(total.verdict)) + "\",\"way\":\"" +
                     word_of(total.effect) + "\",\"period\":\"" + total.period.text() +
                     "\",\"billed_in\":\"" + total.billed_in.text() +
                     "\",\"charges\":" + std::to_string(total.charges) + ",\"cost\":\"" +
                     total.cost.text() + "\",\"currency\":" + json_string(total.currency) + "}";
        }
        const auto charges = m_report.charges();
        append_audit(m_transaction,
                     {.audit_context = m_terms.audit_context,
                      .action = m_terms.command,
                      .subject = std::to_string(charges) + (charges == 1 ? " charge" : " charges"),
                      .after = after + "]}"});
        m_report.audit_entry = m_entry;
    }

    const Transaction& m_transaction;
    const DecisionTerms& m_terms;
    ReviewedCharges m_charges;
    std::int64_t m_entry = 0;
    std::optional<DecisionWriter> m_writer;
    std::set<std::int64_t> m_taken;
    std::map<BillingPeriod, std::optional<BillingPeriod>> m_next_open;
    std::map<std::tuple<Verdict, DecisionEffect, BillingPeriod, BillingPeriod, std::string>,
             DecisionTotal>
        m_totals;
    std::uint64_t m_old = 0;
    std::int64_t m_oldest = 0;
    std::int64_t m_oldest_days = 0;
    DecisionReport m_report;
};

}  // namespace

DecisionReport decide_charges(Database& database, const std::vector<DecisionRequest>& requests,
                              const DecisionTerms& terms) {
    Transaction transaction(database, terms.dry_run ? Transaction::Purpose::read
                                                    : Transaction::Purpose::change);
    return transaction.run([&] {
        auto report = Decider(transaction, terms).run(requests);
        if (!terms.dry_run && report.refusals.empty())
            transaction.commit();
        return report;
    });
}

}  // namespace focus_billing
