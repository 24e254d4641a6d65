#include "config/show_attribution.hpp"

#include <yaml-cpp/emitter.h>
#include <yaml-cpp/emittermanip.h>

#include <algorithm>

#include "config/yaml/emit_yaml.hpp"
#include "focus_billing/config/environment.hpp"
#include "focus_billing/model/imports/known_source.hpp"

namespace focus_billing {

namespace {

void emit_day(YAML::Emitter& out, std::string_view key, Instant instant) {
    constexpr std::size_t date_size = 10;
    emit_text(out, key, instant_text(instant).substr(0, date_size));
}

Instant last_day(Instant until) {
    constexpr std::int64_t seconds_per_day = 86'400;
    return {until.seconds - seconds_per_day, 0};
}

void emit_match(YAML::Emitter& out, const TextMatch& match) {
    const bool is_exact = match.kind == TextMatch::Kind::exact;
    if (match.kind == TextMatch::Kind::glob || (is_exact && !is_glob(match.text))) {
        emit_pattern(out, match.text);
        return;
    }
    out << YAML::Flow << YAML::BeginMap << YAML::Key << (is_exact ? "exact" : "regex")
        << YAML::Value;
    emit_pattern(out, match.text);
    out << YAML::EndMap;
}

void emit_condition(YAML::Emitter& out, std::string_view key, const RuleCondition& condition) {
    if (condition.field) {
        emit_key(out, key);
    } else {
        out << YAML::Key << YAML::SingleQuoted << std::string(key) << YAML::Value;
    }
    if (condition.any_of.size() == 1) {
        emit_match(out, condition.any_of.front());
        return;
    }
    out << YAML::BeginSeq;
    for (const TextMatch& match : condition.any_of)
        emit_match(out, match);
    out << YAML::EndSeq;
}

void emit_conditions(YAML::Emitter& out, const std::vector<RuleCondition>& conditions) {
    emit_key(out, "match");
    out << YAML::BeginMap;
    for (const RuleCondition& condition : conditions) {
        if (condition.field)
            emit_condition(out, rule_field_names[index_of(*condition.field)], condition);
    }
    const auto is_tag = [](const RuleCondition& condition) { return !condition.field; };
    if (std::ranges::any_of(conditions, is_tag)) {
        emit_key(out, "tags");
        out << YAML::BeginMap;
        for (const RuleCondition& condition : conditions) {
            if (is_tag(condition))
                emit_condition(out, condition.tag_key, condition);
        }
        out << YAML::EndMap;
    }
    out << YAML::EndMap;
}

void emit_rule(YAML::Emitter& out, const AttributionRule& rule) {
    out << YAML::BeginMap;
    emit_text(out, "name", rule.name);
    if (rule.valid_from)
        emit_day(out, "valid_from", *rule.valid_from);
    if (rule.valid_until)
        emit_day(out, "valid_until", last_day(*rule.valid_until));
    emit_conditions(out, rule.conditions);
    emit_attributes(out, "set", rule.set);
    if (rule.overrides_tags)
        emit_text(out, "override", "true");
    out << YAML::EndMap;
}

void emit_aliases(YAML::Emitter& out, const AttributionConfig& attribution) {
    if (attribution.aliases.empty())
        return;
    emit_key(out, "aliases");
    out << YAML::BeginMap;
    for (const auto& [alias, email] : attribution.aliases) {
        out << YAML::Key << YAML::SingleQuoted << alias << YAML::Value;
        emit_pattern(out, email);
    }
    out << YAML::EndMap;
}

void emit_directory(YAML::Emitter& out, const AttributionConfig& attribution) {
    if (!attribution.has_directory())
        return;
    emit_key(out, "directory");
    out << YAML::BeginMap;
    emit_filled(out, "projects", attribution.projects_file);
    emit_filled(out, "people", attribution.people_file);
    emit_filled(out, "fund_orgs", attribution.fund_orgs_file);
    out << YAML::EndMap;
}

}  // namespace

void emit_attribution(YAML::Emitter& out, const AttributionConfig& attribution) {
    emit_key(out, "attribution");
    out << YAML::BeginMap;
    emit_key(out, "rules");
    out << YAML::BeginSeq;
    for (const AttributionRule& rule : attribution.rules)
        emit_rule(out, rule);
    out << YAML::EndSeq;
    emit_aliases(out, attribution);
    emit_directory(out, attribution);
    out << YAML::EndMap;
}

}  // namespace focus_billing
