#include "billing/attribution/payer_finder.hpp"

#include <algorithm>
#include <bit>

#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t email_index = index_of(Attribute::pi_email);
constexpr std::array payer = {Attribute::pi_email, Attribute::project_id, Attribute::fund_org};

bool is_comparable(std::string_view email) {
    return email.size() == trimmed(email).size() &&
           std::ranges::none_of(email, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

CompiledRule::CompiledRule(const AttributionRule& rule)
    : origin("rule " + rule.name + (rule.overrides_tags ? " (override)" : "")),
      overrides_tags(rule.overrides_tags), has_groups(false) {
    for (std::size_t i = 0; i < settable_attribute_count; ++i) {
        templates[i] = RuleTemplate(rule.set[i], rule);
        has_groups = has_groups || templates[i].has_groups();
    }
}

AttributionBasis::AttributionBasis(const Config& config, Directory directory)
    : m_matcher(config.attribution.rules),
      m_rules(config.attribution.rules.begin(), config.attribution.rules.end()),
      m_with_groups(no_rules(m_rules.size())), m_directory(std::move(directory)),
      m_aliases(config.attribution.aliases.begin(), config.attribution.aliases.end()) {
    for (std::size_t rule = 0; rule < m_rules.size(); ++rule) {
        if (m_rules[rule].has_groups)
            add_rule(m_with_groups, rule);
    }
    for (const auto& source : config.known_sources) {
        const bool has_defaults = std::ranges::any_of(
            source.defaults, [](const std::string& value) { return !value.empty(); });
        if (has_defaults) {
            m_defaults.emplace(lower_case(source.name),
                               SourceDefaults{"default of " + source.name, source.defaults});
        }
    }
}

const SourceDefaults* AttributionBasis::defaults_of(std::string_view source) const {
    const auto found = m_defaults.find(lower_case(source));
    return found == m_defaults.end() ? nullptr : &found->second;
}

std::string_view AttributionBasis::meaning_of(std::string_view email) const {
    const auto found = m_aliases.find(email);
    return found == m_aliases.end() ? std::string_view{} : std::string_view(found->second);
}

bool AttributionBasis::is_plain() const {
    return m_rules.empty() && m_directory.empty() && m_defaults.empty() && m_aliases.empty();
}

PayerFinder::PayerFinder(const AttributionBasis& basis, std::string_view source)
    : m_basis(basis), m_source(source), m_defaults(basis.defaults_of(source)),
      m_has_directory(!basis.directory().empty()) {}

bool PayerFinder::is_set(Attribute attribute) const {
    return !m_found.values[index_of(attribute)].empty();
}

void PayerFinder::set(std::size_t attribute, std::string_view value, std::string_view origin) {
    m_found.values[attribute] = value;
    m_found.origins[attribute] = value.empty() ? std::string_view{} : origin;
}

Attribution& PayerFinder::find(const Charge& charge, const ChargeTime& time, const TagDates& dates,
                               RuleBitsView rules) {
    const RuleSubject subject{charge, m_source};
    m_found.number = 0;
    m_found.values = {};
    m_found.origins = {};
    take_rules(subject, rules, true);
    take_tags(charge.tags->attributes);
    take_rules(subject, rules, false);
    take_project(time);
    take_defaults(time);
    add_flags(time, dates);
    settle_email(time);
    return m_found;
}

void PayerFinder::take_rules(const RuleSubject& subject, RuleBitsView rules, bool overriding) {
    for (std::size_t word = 0; word < rules.size(); ++word) {
        for (std::uint64_t bits = rules[word]; bits != 0; bits &= bits - 1) {
            const std::size_t index = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
            const CompiledRule& rule = m_basis.rules()[index];
            if (rule.overrides_tags == overriding)
                take_rule(rule, subject);
        }
    }
}

void PayerFinder::take_rule(const CompiledRule& rule, const RuleSubject& subject) {
    for (std::size_t i = 0; i < settable_attribute_count; ++i) {
        if (!rule.templates[i].empty() && m_found.values[i].empty() &&
            rule.templates[i].fill(subject, m_filled[i])) {
            set(i, m_filled[i], rule.origin);
        }
    }
}

void PayerFinder::take_tags(const AttributeTexts& tags) {
    for (std::size_t i = 0; i < attribute_count; ++i) {
        if (m_found.values[i].empty())
            set(i, tags[i], "tag");
    }
}

void PayerFinder::take_project(const ChargeTime& time) {
    const auto project_id = m_found.values[index_of(Attribute::project_id)];
    if (!m_has_directory || project_id.empty())
        return;
    const ProjectEntry* project = m_basis.directory().project_at(project_id, time);
    if (project == nullptr)
        return;
    m_project_origin = "project " + project->project_id;
    const auto give = [&](Attribute attribute, const std::string& value) {
        if (!is_set(attribute))
            set(index_of(attribute), value, m_project_origin);
    };
    give(Attribute::pi_email, project->pi_email);
    give(Attribute::fund_org, project->fund_org);
    give(Attribute::account_code, project->account_code);
}

// A default must not complete a payer that somebody named in part.
void PayerFinder::take_defaults(const ChargeTime& time) {
    if (m_defaults == nullptr)
        return;
    const bool has_payer =
        std::ranges::any_of(payer, [&](Attribute attribute) { return is_set(attribute); });
    for (std::size_t i = has_payer ? payer.size() : 0; i < settable_attribute_count; ++i) {
        if (m_found.values[i].empty())
            set(i, m_defaults->values[i], m_defaults->origin);
    }
    if (!has_payer)
        take_project(time);
}

void PayerFinder::settle_email(const ChargeTime& time) {
    if (!is_set(Attribute::pi_email))
        return;
    std::string_view& email = m_found.values[email_index];
    if (!is_comparable(email)) {
        m_email = comparable_email(email);
        email = m_email;
    }
    const std::string_view meaning = m_basis.meaning_of(email);
    if (!meaning.empty())
        replace_email(meaning, " via alias of ");
    if (m_has_directory)
        follow_successors(time);
}

void PayerFinder::replace_email(std::string_view email, std::string_view how) {
    std::string origin(m_found.origins[email_index]);
    origin += how;
    origin += m_found.values[email_index];
    m_email_origin = std::move(origin);
    set(email_index, email, m_email_origin);
}

void PayerFinder::follow_successors(const ChargeTime& time) {
    for (std::size_t steps = 0; steps < 16; ++steps) {
        const PersonEntry* person = m_basis.directory().person(m_found.values[email_index]);
        if (person == nullptr || !person->end || !time.reaches(*person->end))
            return;
        m_found.flags.add(Flag::pi_ended);
        if (time.start < *person->end || person->successor.empty())
            return;
        replace_email(person->successor, " as successor of ");
    }
}

void PayerFinder::add_flags(const ChargeTime& time, const TagDates& dates) {
    const auto value = [&](Attribute attribute) { return m_found.values[index_of(attribute)]; };
    m_found.flags = dates.flags;
    m_found.fault = dates.fault;
    if (!m_has_directory)
        return;
    m_found.flags.add(m_basis.directory().fund_org_flags(value(Attribute::fund_org), time));
    m_found.flags.add(m_basis.directory().project_flags(value(Attribute::project_id), time));
}

}  // namespace focus_billing
