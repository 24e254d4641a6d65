#include "config/read_rules.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "config/read_match.hpp"
#include "config/read_values.hpp"
#include "config/yaml/yaml_errors.hpp"
#include "focus_billing/format/timestamp.hpp"
#include "focus_billing/model/nearest_name.hpp"
#include "focus_billing/model/text.hpp"
#include "focus_billing/model/text_template.hpp"

namespace focus_billing {

namespace {

std::optional<Instant> read_day(ConfigReader& reader, const Setting* setting, bool last) {
    const auto text = setting == nullptr ? std::nullopt : reader.filled_text(*setting);
    if (!text)
        return std::nullopt;
    const auto date = parse_timestamp(*text);
    if (date && date->date_only)
        return last ? date->end_of_day() : date->instant;
    reader.report(43, *setting, fmt::format("{} is no date", setting->field), *text,
                  "write it as YYYY-MM-DD: 2025-06-30");
    return std::nullopt;
}

class RuleReader {
public:
    RuleReader(ConfigReader& reader, const Section& section,
               const std::vector<KnownSource>& sources)
        : m_reader(reader), m_section(section), m_sources(sources) {}

    AttributionRule read() {
        if (const Setting* name = required("name", "name: support-fees"))
            m_rule.name = m_reader.filled_text(*name).value_or("");
        read_validity();
        if (const Setting* match = required("match", "match: {service_name: \"AWS Support*\"}"))
            read_conditions(*match);
        if (const Setting* set = required("set", "set: {pi_email: ada@example.edu}"))
            read_set(*set);
        if (const Setting* overrides = m_section.find("override"))
            m_rule.overrides_tags = m_reader.choice(*overrides, truth_names) == std::size_t{0};
        return std::move(m_rule);
    }

private:
    const Setting* required(std::string_view key, std::string_view example) {
        const Setting* setting = m_section.find(key);
        if (setting == nullptr && m_section.setting().node->kind == YamlKind::map) {
            m_reader.report(9, {m_section.setting().node, m_section.field(key)},
                            fmt::format("a rule has no {}", key), {},
                            fmt::format("add a line such as: {}", example));
        }
        return setting;
    }

    void read_validity() {
        m_rule.valid_from = read_day(m_reader, m_section.find("valid_from"), false);
        m_rule.valid_until = read_day(m_reader, m_section.find("valid_until"), true);
        if (m_rule.valid_from && m_rule.valid_until && *m_rule.valid_until <= *m_rule.valid_from) {
            m_reader.report(43, *m_section.find("valid_until"), "valid_until is before valid_from",
                            m_section.find("valid_until")->node->text,
                            "valid_until is the last day: mend one of the two");
        }
    }

    void read_conditions(const Setting& setting) {
        RuleMatch match = read_match(m_reader, setting, m_sources);
        if (match.conditions.empty() && is_bare(setting)) {
            m_reader.report(10, setting, fmt::format("{} has no condition", setting.field), {},
                            "add a line such as: service_name: \"AWS Support*\"");
        }
        m_rule.conditions = std::move(match.conditions);
        m_groups = std::move(match.groups);
    }

    static bool is_bare(const Setting& setting) {
        return setting.node->kind == YamlKind::null ||
               (setting.node->kind == YamlKind::map &&
                std::ranges::all_of(setting.node->pairs, [](const YamlPair& pair) {
                    return pair.key->text == "tags" && pair.value->kind != YamlKind::text &&
                           pair.value->kind != YamlKind::list && pair.value->pairs.empty();
                }));
    }

    void read_set(const Setting& setting) {
        const Section section = m_reader.section(setting, "attribution.rules[].set");
        bool is_empty = true;
        for (std::size_t i = 0; i < settable_attribute_count; ++i) {
            const Setting* value = section.find(attribute_names[i]);
            if (value == nullptr)
                continue;
            is_empty = false;
            if (auto text = m_reader.filled_text(*value)) {
                check_template(*value, static_cast<Attribute>(i), *text);
                m_rule.set[i] = std::move(*text);
            }
        }
        if (is_empty && (setting.node->kind == YamlKind::null || setting.node->pairs.empty()) &&
            setting.node->kind != YamlKind::text && setting.node->kind != YamlKind::list) {
            m_reader.report(10, setting, fmt::format("{} sets nothing", setting.field), {},
                            "add a line such as: pi_email: ada@example.edu");
        }
    }

    void check_template(const Setting& setting, Attribute attribute, const std::string& text) {
        const TextTemplate parsed = parse_template(text);
        if (!parsed.fault.empty()) {
            m_reader.report(40, setting, fmt::format("{} has {}", setting.field, parsed.fault),
                            text, "write {name} for a group, {tag:KEY} for a tag, {{ for a brace");
            return;
        }
        bool is_constant = true;
        for (const auto& part : parsed.parts) {
            is_constant = is_constant && part.kind == TemplatePart::Kind::literal;
            if (part.kind == TemplatePart::Kind::group && !m_groups.contains(part.text))
                report_group(setting, part.text, text);
        }
        if (is_constant && attribute == Attribute::pi_email)
            (void)check_email(m_reader, setting, text);
    }

    void report_group(const Setting& setting, const std::string& name, const std::string& text) {
        std::vector<std::string> names;
        for (const auto& [group, field] : m_groups)
            names.push_back(group);
        const auto near = nearest_name(name, names);
        m_reader.report(
            40, setting,
            fmt::format("no expression of this rule has the group '{}'", printable(name)), text,
            near ? fmt::format("did you mean '{{{}}}'?", *near)
                 : fmt::format("a group is written (?P<{}>...) in a regex of match, a "
                               "tag {{tag:KEY}}",
                               printable(name)));
    }

    ConfigReader& m_reader;
    const Section& m_section;
    const std::vector<KnownSource>& m_sources;
    AttributionRule m_rule;
    std::map<std::string, std::string, std::less<>> m_groups;
};

void report_twin(ConfigReader& reader, const Section& section, const std::string& name,
                 std::map<std::string, const YamlNode*>& first_use) {
    if (name.empty())
        return;
    const Setting& setting = *section.find("name");
    const auto [first, is_new] = first_use.emplace(lower_case(name), setting.node);
    if (!is_new) {
        reader.report(44, setting,
                      fmt::format("two rules have the same name, on line {} and line {}",
                                  first->second->line, setting.node->line),
                      name, "give each rule a name of its own (case does not count)");
    }
}

}  // namespace

std::vector<AttributionRule> read_rules(ConfigReader& reader, const Setting& setting,
                                        const std::vector<KnownSource>& sources) {
    std::vector<AttributionRule> rules;
    std::map<std::string, const YamlNode*> names;
    for (const Setting& entry : reader.list(setting).value_or(std::vector<Setting>{})) {
        if (entry.node->kind == YamlKind::null) {
            reader.report(10, entry, fmt::format("{} is empty", entry.field), {},
                          "write at least name, match and set, or remove the line");
            continue;
        }
        const Section section = reader.section(entry, "attribution.rules[]");
        rules.push_back(RuleReader(reader, section, sources).read());
        report_twin(reader, section, rules.back().name, names);
    }
    return rules;
}

}  // namespace focus_billing
