#include "store/review/decision_blockers.hpp"

#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

const std::string& value_of(const std::array<std::string, attribute_count>& values,
                            Attribute attribute) {
    return values[index_of(attribute)];
}

class DecisionJudge {
public:
    DecisionJudge(const ReviewedCharge& charge, const DecisionRequest& request,
                  const std::string& place)
        : m_charge(charge), m_request(request), m_place(place),
          m_name("charge " + std::to_string(charge.id)) {}

    DecisionJudgement check() {
        if (!m_request.seen_version.empty() && m_request.seen_version != charge_version(m_charge)) {
            return refuse(568, m_name + " is not as it was when it was listed",
                          "list it again and decide anew: focus-billing review list " +
                              std::to_string(m_charge.id));
        }
        if (m_charge.is_superseded) {
            return refuse(565, m_name + " was superseded by a later import, and counts no more",
                          "decide on what that import has: focus-billing explain " +
                              std::to_string(m_charge.id) + " names it");
        }
        if (m_request.verdict == Verdict::withdraw)
            return check_withdrawal();
        if (const auto* changed = changed_payer(); changed != nullptr) {
            return refuse(567,
                          m_name + ": the list has another " + changed + ", which " +
                              std::string(name_of(m_request.verdict)) + " would not take over",
                          "write reassign if somebody else pays");
        }
        // What takes a held charge back is decided together with it.
        if (m_charge.reversed_by && !m_charge.is_held()) {
            return refuse(
                565, m_name + " was taken back by charge " + std::to_string(*m_charge.reversed_by),
                "decide on what came in its place: focus-billing explain " +
                    std::to_string(m_charge.id));
        }
        if (m_charge.held_original) {
            return refuse(565,
                          m_name + " takes charge " + std::to_string(*m_charge.held_original) +
                              " back, and is decided together with it",
                          "decide on charge " + std::to_string(*m_charge.held_original));
        }
        if (m_charge.is_reversal && !m_charge.is_held()) {
            return refuse(565, m_name + " takes another charge back, and goes where that one went",
                          "decide on the other one: focus-billing explain " +
                              std::to_string(m_charge.id));
        }
        return check_verdict();
    }

private:
    [[nodiscard]] DecisionJudgement refuse(int code, std::string message, std::string help) const {
        return {.refusal =
                    make_diagnostic(code, {.file = m_place, .line = m_request.line, .column = 0},
                                    std::move(message), {}, std::move(help))};
    }

    // A list has the payer as it was, and only `reassign` changes it.
    [[nodiscard]] const char* changed_payer() const {
        if (m_request.verdict == Verdict::reassign)
            return nullptr;
        const auto payer = ordered_payer(m_charge, m_request);
        for (std::size_t i = 0; i < payer_attribute_count; ++i) {
            if (payer.values[i] != m_charge.payer[i])
                return attribute_names[i].data();
        }
        return nullptr;
    }

    [[nodiscard]] DecisionEffect effect() const {
        if (m_charge.counts_in_open)
            return DecisionEffect::in_place;
        return m_charge.is_held() ? DecisionEffect::carried : DecisionEffect::moved;
    }

    [[nodiscard]] DecisionJudgement check_withdrawal() const {
        if (!m_charge.decision)
            return refuse(566, m_name + " has no decision",
                          "see: focus-billing explain " + std::to_string(m_charge.id));
        if (m_charge.decided_in_closed) {
            return refuse(566,
                          "the decision on " + m_name + " counts in " +
                              m_charge.decided_in_closed->text() + ", which is not open any more",
                          "decide anew, and it is put right in an open month: focus-billing review "
                          "reject " +
                              std::to_string(m_charge.id) + " --note TEXT");
        }
        return {};
    }

    [[nodiscard]] DecisionJudgement check_verdict() const {
        switch (m_request.verdict) {
        case Verdict::approve: return check_approval();
        case Verdict::reject:
            if (m_charge.verdict == "reject")
                return {.is_done = true};
            break;
        default:
            if (const auto judgement = check_reassignment(); judgement.refusal || judgement.is_done)
                return judgement;
        }
        if (effect() == DecisionEffect::moved && trimmed(m_request.note).empty()) {
            return refuse(563,
                          m_name + " was billed in " + m_charge.counts_in().text() +
                              ", which is not open any more; a decision on it needs a note",
                          "say why: --note 'wrong project, see mail of ...'");
        }
        return {.effect = effect()};
    }

    [[nodiscard]] DecisionJudgement check_approval() const {
        if (m_charge.verdict == "approve")
            return {.is_done = true};
        const bool is_decided_in_open = m_charge.decision && m_charge.counts_in_open;
        if (m_charge.flags == 0 || (!m_charge.is_held() && !is_decided_in_open)) {
            return refuse(561, m_name + " is not held, so there is nothing to approve",
                          "the held ones: focus-billing review list");
        }
        if (const auto missing = missing_of(m_charge.found_payer); !missing.empty()) {
            return refuse(562, m_name + " has no " + missing + ", so nobody can be billed for it",
                          "say who pays: focus-billing review reassign " +
                              std::to_string(m_charge.id) + " --to-" + option_of(missing) + " ...");
        }
        return {.effect = effect()};
    }

    [[nodiscard]] DecisionJudgement check_reassignment() const {
        const auto payer = ordered_payer(m_charge, m_request);
        if (payer.values == m_charge.payer && !m_charge.is_held() && m_charge.verdict != "reject")
            return {.is_done = true};
        if (const auto missing = missing_of(payer.values); !missing.empty()) {
            return refuse(
                562, m_name + " would have no " + missing + ", so nobody could be billed for it",
                "name it as well: --to-" + option_of(missing) + " ...");
        }
        return {};
    }

    static std::string missing_of(const std::array<std::string, attribute_count>& payer) {
        for (const auto attribute : {Attribute::pi_email, Attribute::fund_org}) {
            if (value_of(payer, attribute).empty())
                return std::string(attribute_names[index_of(attribute)]);
        }
        return {};
    }

    static std::string option_of(const std::string& attribute) {
        return attribute == "pi_email" ? "pi" : "fund-org";
    }

    const ReviewedCharge& m_charge;
    const DecisionRequest& m_request;
    const std::string& m_place;
    std::string m_name;
};

}  // namespace

OrderedPayer ordered_payer(const ReviewedCharge& charge, const DecisionRequest& request) {
    OrderedPayer payer{.values = charge.payer, .origins = charge.origins};
    for (std::size_t i = 0; i < payer_attribute_count; ++i) {
        if (!request.payer[i])
            continue;
        const std::string text(trimmed(*request.payer[i]));
        const auto value = i == index_of(Attribute::pi_email) ? lower_case(text) : text;
        if (value == payer.values[i])
            continue;
        payer.values[i] = value;
        payer.origins[i] = value.empty() ? "" : "decision";
    }
    return payer;
}

DecisionJudgement decision_blockers(const ReviewedCharge& charge, const DecisionRequest& request,
                                    const std::string& place) {
    return DecisionJudge(charge, request, place).check();
}

}  // namespace focus_billing
