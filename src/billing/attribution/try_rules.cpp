#include "focus_billing/billing/attribution/try_rules.hpp"

#include <algorithm>

#include "billing/attribution/payer_finder.hpp"
#include "focus_billing/model/charges/charge.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

std::string day_text(Instant instant) {
    constexpr std::size_t date_size = 10;
    return instant_text(instant).substr(0, date_size);
}

bool matches(const TextMatch& match, std::string_view text, bool ignores_case) {
    if (match.kind == TextMatch::Kind::exact)
        return ignores_case ? equals_ignoring_case(match.text, text) : match.text == text;
    return !text.empty() &&
           re2::RE2::PartialMatch({text.data(), text.size()}, *compile_match(match, ignores_case));
}

bool holds(const RuleCondition& condition, std::string_view text) {
    return std::ranges::any_of(condition.any_of, [&](const TextMatch& match) {
        return matches(match, text, condition.field == RuleField::source);
    });
}

std::string wanted(const RuleCondition& condition) {
    std::string words;
    for (const auto& match : condition.any_of) {
        const std::string quote = match.kind == TextMatch::Kind::regex ? "/" : "'";
        words += (words.empty() ? "" : " or ") + quote + match.text + quote;
    }
    return words;
}

std::string failure(const RuleCondition& condition, std::string_view text) {
    const std::string name = condition.field
                                 ? std::string(rule_field_names[index_of(*condition.field)])
                                 : "tag " + condition.tag_key;
    const std::string found = text.empty() ? "empty" : "'" + std::string(text) + "'";
    return name + " is " + found + ", not " + wanted(condition);
}

void try_validity(const AttributionRule& rule, Instant start, RuleTrial& trial) {
    if (rule.valid_from && start < *rule.valid_from) {
        trial.failed.push_back("the charge begins on " + day_text(start) + ", before " +
                               day_text(*rule.valid_from));
    }
    if (rule.valid_until && start >= *rule.valid_until) {
        trial.failed.push_back("the charge begins on " + day_text(start) + ", not before " +
                               day_text(*rule.valid_until));
    }
}

// Behind the origin of an e-mail may stand by which alias or successor it was replaced.
bool is_origin(std::string_view origin, const std::string& of_rule) {
    return origin == of_rule || origin.starts_with(of_rule + " via alias of ") ||
           origin.starts_with(of_rule + " as successor of ");
}

void try_set(const AttributionRule& rule, const RuleSubject& subject,
             const Attribution& attribution, RuleTrial& trial) {
    const CompiledRule compiled(rule);
    for (std::size_t i = 0; i < settable_attribute_count; ++i) {
        if (compiled.templates[i].empty())
            continue;
        SetTrial set{static_cast<Attribute>(i), {}, {}};
        if (!compiled.templates[i].fill(subject, set.value))
            set.value.clear();
        if (!is_origin(attribution.origins[i], compiled.origin))
            set.winner = attribution.origins[i];
        trial.sets.push_back(std::move(set));
    }
}

}  // namespace

std::vector<RuleTrial> try_rules(const Charge& charge, std::string_view source,
                                 const std::vector<AttributionRule>& rules,
                                 const Attribution& attribution) {
    const RuleSubject subject{charge, source};
    const Instant start = charge_time(charge).start;
    std::vector<RuleTrial> trials;
    for (const auto& rule : rules) {
        RuleTrial trial{.name = rule.name, .matched = false, .failed = {}, .sets = {}};
        try_validity(rule, start, trial);
        for (const auto& condition : rule.conditions) {
            const std::string_view text = subject.text(condition);
            if (!holds(condition, text))
                trial.failed.push_back(failure(condition, text));
        }
        trial.matched = trial.failed.empty();
        if (trial.matched)
            try_set(rule, subject, attribution, trial);
        trials.push_back(std::move(trial));
    }
    return trials;
}

}  // namespace focus_billing
