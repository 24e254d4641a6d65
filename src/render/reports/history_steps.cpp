#include "render/reports/history_steps.hpp"

#include <fmt/format.h>

#include "focus_billing/render/diagnostic_text.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t longest_step = 60;
constexpr std::size_t longest_note = 200;

std::string spaced(const std::string& list) {
    std::string text;
    for (const char c : list)
        text += c == ',' ? ", " : std::string(1, c);
    return text;
}

std::string charged_cost(const ChargeHistory& history) {
    const auto effective = history.text("EffectiveCost");
    return history.cost == "effective" && !effective.empty() ? effective
                                                             : history.text("BilledCost");
}

std::string note_text(const std::optional<std::string>& note) {
    return note ? ": " + shown_text(*note, longest_note) : std::string();
}

class Steps {
public:
    explicit Steps(const ChargeHistory& history)
        : m_history(history),
          m_amount(charged_cost(history) + " " + history.text("BillingCurrency")) {}

    std::vector<HistoryStep> run() {
        add_origin();
        if (const auto flags = m_history.text("x_Flags"); !flags.empty())
            add("flagged: " + spaced(flags));
        for (const auto& decision : m_history.decisions) {
            if (!is_of_a_move(decision))
                add_decision(decision);
        }
        add_end();
        for (const auto& decision : m_history.decisions) {
            if (is_of_a_move(decision))
                add_decision(decision);
        }
        add_successors();
        return std::move(m_steps);
    }

private:
    void add(std::string what) { m_steps.push_back({m_amount, std::move(what)}); }

    void add_origin() {
        const auto correction = m_history.text("x_Correction");
        const auto corrected = m_history.text("x_CorrectsChargeId");
        if (m_history.is_review) {
            return add(
                fmt::format("{} charge {}, by a review of {}",
                            correction == "reversal" ? "takes back" : "comes in the place of",
                            corrected, m_history.imported.at));
        }
        if (correction == "reversal") {
            return add(fmt::format("takes back charge {}, which import {} has changed or no longer "
                                   "has",
                                   corrected, m_history.import_id));
        }
        add(fmt::format("billed by {} for {}: import {}, line {}",
                        shown_text(m_history.text("x_Source"), longest_step),
                        m_history.text("x_BillingPeriod"), m_history.import_id,
                        m_history.text("x_Line")));
        if (!correction.empty()) {
            add(corrected.empty() ? "billed late, since its month was closed"
                                  : "corrects charge " + corrected + ", whose month was closed");
        }
    }

    void add_decision(const DecisionHistory& decision) {
        add(decision_text(decision));
        if (!decision.ended)
            return;
        add(fmt::format(
            "that decision {} on {} by {}{}",
            decision.ending == "revised"
                ? "ended, since its payer, its flags or the number of its equals changed,"
                : "was " + decision.ending,
            decision.ended->at, who(*decision.ended), note_text(decision.ending_note)));
    }

    void add_end() {
        const auto month = m_history.carried_into.value_or(m_history.home);
        const auto decision = m_history.text("x_Decision");
        if (m_history.superseded_by)
            return add(
                fmt::format("superseded by import {}: counts no more", *m_history.superseded_by));
        if (m_history.carried_into) {
            add(fmt::format("carried from {}, where it was held at closing, into {}",
                            m_history.home, *m_history.carried_into));
        }
        if (m_history.text("x_Held") == "1") {
            return add(m_history.home_status == "open"
                           ? fmt::format("held for review in {}, billed to nobody yet", month)
                           : fmt::format("held at the closing of {}, waits for a decision", month));
        }
        add(decision == "reject"
                ? fmt::format("counts in {} as rejected, billed to nobody", month)
                : fmt::format("billed in {} to {}", month, payer_text(m_history.payer)));
    }

    // A decision on a charge of a month that was not open: the charge itself does not bear it.
    [[nodiscard]] bool is_of_a_move(const DecisionHistory& decision) const {
        return !decision.ended && decision.number != m_history.decision;
    }

    void add_successors() {
        if (m_history.reversed_by) {
            add(fmt::format("taken back by charge {}{}", *m_history.reversed_by, places()));
        } else if (!m_history.replaced_by.empty()) {
            add("followed by" + places());
        }
    }

    [[nodiscard]] std::string places() const {
        std::string text;
        for (const auto charge : m_history.replaced_by)
            text += (text.empty() ? "; in its place charge " : ", ") + std::to_string(charge);
        return text;
    }

    const ChargeHistory& m_history;
    std::string m_amount;
    std::vector<HistoryStep> m_steps;
};

}  // namespace

std::vector<HistoryStep> history_steps(const ChargeHistory& history) {
    return Steps(history).run();
}

std::string decision_text(const DecisionHistory& decision) {
    std::string what = decision.verdict == "approve" ? "approved" : decision.verdict + "ed";
    if (decision.verdict == "reassign")
        what += " to " + payer_text(decision.payer);
    what += fmt::format(" on {} by {}", decision.made.at, who(decision.made));
    return what.append(note_text(decision.note));
}

std::string who(const Event& event) {
    return event.actor ? fmt::format("{} (system user {})", shown_text(*event.actor, longest_step),
                                     shown_text(event.os_user, longest_step))
                       : shown_text(event.os_user, longest_step);
}

std::string payer_text(const OwnedTexts& payer) {
    std::string text;
    for (const auto attribute : {Attribute::pi_email, Attribute::project_id, Attribute::fund_org}) {
        const auto& value = payer[index_of(attribute)];
        if (!value.empty())
            text += (text.empty() ? "" : ", ") + shown_text(value, longest_step);
    }
    return text.empty() ? "nobody" : text;
}

}  // namespace focus_billing
