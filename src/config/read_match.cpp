#include "config/read_match.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <re2/re2.h>

#include "config/read_values.hpp"
#include "config/yaml/yaml_errors.hpp"
#include "focus_billing/model/glob_pattern.hpp"
#include "focus_billing/model/nearest_name.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

class MatchReader {
public:
    MatchReader(ConfigReader& reader, const std::vector<KnownSource>& sources)
        : m_reader(reader), m_sources(sources) {}

    RuleMatch read(const Setting& setting) {
        const Section section = m_reader.section(setting, "attribution.rules[].match");
        for (std::size_t i = 0; i < rule_field_count; ++i) {
            if (const Setting* field = section.find(rule_field_names[i]))
                read_condition(*field, static_cast<RuleField>(i), {});
        }
        if (const Setting* tags = section.find("tags")) {
            for (const auto& [key, value] : m_reader.entries(*tags))
                read_condition(value, std::nullopt, key.node->text);
        }
        return std::move(m_match);
    }

private:
    void read_condition(const Setting& setting, std::optional<RuleField> field,
                        const std::string& tag_key) {
        RuleCondition condition{field, tag_key, {}};
        std::vector<Setting> entries = {setting};
        if (setting.node->kind == YamlKind::list) {
            entries = m_reader.list(setting).value_or(std::vector<Setting>{});
            if (entries.empty())
                m_reader.report(10, setting, fmt::format("{} is empty", setting.field), {},
                                "write a text, or remove the line");
        }
        for (const Setting& entry : entries) {
            auto match = read_text(entry);
            if (match && field == RuleField::source)
                check_source(entry, *match);
            if (match)
                condition.any_of.push_back(std::move(*match));
        }
        if (!condition.any_of.empty())
            m_match.conditions.push_back(std::move(condition));
    }

    std::optional<TextMatch> read_text(const Setting& setting) {
        if (setting.node->kind == YamlKind::map)
            return read_kind(setting);
        auto text = m_reader.text(setting);
        if (!text)
            return std::nullopt;
        TextMatch match{is_glob(*text) ? TextMatch::Kind::glob : TextMatch::Kind::exact,
                        std::move(*text)};
        if (match.kind == TextMatch::Kind::glob && !check_glob(setting, match.text))
            return std::nullopt;
        return match;
    }

    std::optional<TextMatch> read_kind(const Setting& setting) {
        const Section section = m_reader.section(setting, "attribution.rules[].match{}");
        const Setting* regex = section.find("regex");
        const Setting* exact = section.find("exact");
        if ((regex == nullptr) == (exact == nullptr)) {
            m_reader.report(8, setting,
                            fmt::format("{} needs one of regex and exact", setting.field), {},
                            "write {regex: '^vm-'}, {exact: 'a*b'}, or a plain text");
            return std::nullopt;
        }
        if (exact != nullptr) {
            auto text = m_reader.text(*exact);
            return text ? std::optional(TextMatch{TextMatch::Kind::exact, std::move(*text)})
                        : std::nullopt;
        }
        auto pattern = read_pattern(m_reader, *regex);
        if (!pattern)
            return std::nullopt;
        note_groups(*regex, *pattern);
        return TextMatch{TextMatch::Kind::regex, std::move(*pattern)};
    }

    bool check_glob(const Setting& setting, const std::string& glob) {
        const re2::RE2 pattern(glob_pattern(glob), re2::RE2::Quiet);
        if (!pattern.ok()) {
            m_reader.report(
                12, setting,
                fmt::format("{} is no glob: {}", setting.field, printable(pattern.error())), glob,
                "mend it, or write {exact: ...} if its * ? [ are meant as such");
        }
        return pattern.ok();
    }

    void note_groups(const Setting& setting, const std::string& pattern) {
        const re2::RE2 compiled(pattern, re2::RE2::Quiet);
        for (const auto& [name, index] : compiled.NamedCapturingGroups()) {
            const auto [first, is_new] = m_match.groups.emplace(name, setting.field);
            if (!is_new) {
                m_reader.report(41, setting,
                                fmt::format("the group '{}' is in {} too", name, first->second),
                                pattern, "give each group of a rule a name of its own");
            }
        }
    }

    void check_source(const Setting& setting, const TextMatch& match) {
        const bool is_known = std::ranges::any_of(m_sources, [&](const KnownSource& source) {
            return equals_ignoring_case(source.name, match.text);
        });
        if (is_known || match.kind != TextMatch::Kind::exact)
            return;
        std::vector<std::string> names;
        for (const auto& source : m_sources)
            names.push_back(source.name);
        const auto near = nearest_name(match.text, names);
        m_reader.report(42, setting, "no known source has this name", match.text,
                        near            ? fmt::format("did you mean '{}'?", *near)
                        : names.empty() ? "add it to imports.known_sources"
                                        : fmt::format("known sources: {}", fmt::join(names, ", ")));
    }

    ConfigReader& m_reader;
    const std::vector<KnownSource>& m_sources;
    RuleMatch m_match;
};

}  // namespace

RuleMatch read_match(ConfigReader& reader, const Setting& setting,
                     const std::vector<KnownSource>& sources) {
    return MatchReader(reader, sources).read(setting);
}

}  // namespace focus_billing
