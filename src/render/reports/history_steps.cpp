#include "render/reports/history_steps.hpp"

#include <fmt/format.h>

#include "focus_billing/render/diagnostic_text.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t longest_text = 60;
constexpr std::size_t longest_note = 200;

std::string spaced(const std::string& list) {
    std::string text;
    for (const char c : list)
        text += c == ',' ? ", " : std::string(1, c);
    return text;
}

std::string charged_cost(const ChargeLife& life) {
    const auto effective = life.text("EffectiveCost");
    return life.cost == "effective" && !effective.empty() ? effective : life.text("BilledCost");
}

std::string note_text(const std::optional<std::string>& note) {
    return note ? ": " + shown_text(*note, longest_note) : std::string();
}

class Steps {
public:
    explicit Steps(const ChargeLife& life)
        : m_life(life), m_amount(charged_cost(life) + " " + life.text("BillingCurrency")) {}

    std::vector<LifeStep> run() {
        add_origin();
        if (const auto flags = m_life.text("x_Flags"); !flags.empty())
            add("flagged: " + spaced(flags));
        for (const auto& decision : m_life.decisions) {
            if (!is_of_a_move(decision))
                add_decision(decision);
        }
        add_end();
        for (const auto& decision : m_life.decisions) {
            if (is_of_a_move(decision))
                add_decision(decision);
        }
        add_successors();
        return std::move(m_steps);
    }

private:
    void add(std::string what) { m_steps.push_back({m_amount, std::move(what)}); }

    void add_origin() {
        const auto correction = m_life.text("x_Correction");
        const auto corrected = m_life.text("x_CorrectsChargeId");
        if (m_life.is_review) {
            return add(
                fmt::format("{} charge {}, by a review of {}",
                            correction == "reversal" ? "takes back" : "comes in the place of",
                            corrected, m_life.imported.at));
        }
        if (correction == "reversal") {
            return add(fmt::format("takes back charge {}, which import {} has changed or no longer "
                                   "has",
                                   corrected, m_life.import_id));
        }
        add(fmt::format("billed by {} for {}: import {}, line {}",
                        shown_text(m_life.text("x_Source"), longest_text),
                        m_life.text("x_BillingPeriod"), m_life.import_id, m_life.text("x_Line")));
        if (!correction.empty()) {
            add(corrected.empty() ? "billed late, since its month was closed"
                                  : "corrects charge " + corrected + ", whose month was closed");
        }
    }

    void add_decision(const DecisionLife& decision) {
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
        const auto month = m_life.carried_into.value_or(m_life.home);
        const auto decision = m_life.text("x_Decision");
        if (m_life.superseded_by)
            return add(
                fmt::format("superseded by import {}: counts no more", *m_life.superseded_by));
        if (m_life.carried_into) {
            add(fmt::format("carried from {}, where it was held at closing, into {}", m_life.home,
                            *m_life.carried_into));
        }
        if (m_life.text("x_Held") == "1") {
            return add(m_life.home_status == "open"
                           ? fmt::format("held for review in {}, billed to nobody yet", month)
                           : fmt::format("held at the closing of {}, waits for a decision", month));
        }
        add(decision == "reject"
                ? fmt::format("counts in {} as rejected, billed to nobody", month)
                : fmt::format("billed in {} to {}", month, payer_text(m_life.payer)));
    }

    // A decision on a charge of a month that was not open: the charge itself does not bear it.
    [[nodiscard]] bool is_of_a_move(const DecisionLife& decision) const {
        return !decision.ended && decision.number != m_life.decision;
    }

    void add_successors() {
        if (m_life.reversed_by) {
            add(fmt::format("taken back by charge {}{}", *m_life.reversed_by, places()));
        } else if (!m_life.replaced_by.empty()) {
            add("followed by" + places());
        }
    }

    [[nodiscard]] std::string places() const {
        std::string text;
        for (const auto charge : m_life.replaced_by)
            text += (text.empty() ? "; in its place charge " : ", ") + std::to_string(charge);
        return text;
    }

    const ChargeLife& m_life;
    std::string m_amount;
    std::vector<LifeStep> m_steps;
};

}  // namespace

std::vector<LifeStep> life_steps(const ChargeLife& life) {
    return Steps(life).run();
}

std::string decision_text(const DecisionLife& decision) {
    std::string what = decision.verdict == "approve" ? "approved" : decision.verdict + "ed";
    if (decision.verdict == "reassign")
        what += " to " + payer_text(decision.payer);
    what += fmt::format(" on {} by {}", decision.made.at, who(decision.made));
    return what.append(note_text(decision.note));
}

std::string who(const Event& event) {
    return event.actor ? fmt::format("{} (system user {})", shown_text(*event.actor, longest_text),
                                     shown_text(event.os_user, longest_text))
                       : shown_text(event.os_user, longest_text);
}

std::string payer_text(const OwnedTexts& payer) {
    std::string text;
    for (const auto attribute : {Attribute::pi_email, Attribute::project_id, Attribute::fund_org}) {
        const auto& value = payer[index_of(attribute)];
        if (!value.empty())
            text += (text.empty() ? "" : ", ") + shown_text(value, longest_text);
    }
    return text.empty() ? "nobody" : text;
}

}  // namespace focus_billing
