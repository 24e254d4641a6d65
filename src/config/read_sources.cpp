#include "config/read_sources.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "config/choices.hpp"
#include "config/read_attribution.hpp"
#include "config/read_pattern.hpp"

namespace focus_billing {

namespace {

using FirstUse = std::map<std::string, const YamlNode*>;

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](char character) {
        return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a')
                                                    : character;
    });
    return text;
}

void read_required(ConfigReader& reader, const Section& section, std::string_view key,
                   std::string_view example, std::string& target) {
    const Setting* setting = section.find(key);
    if (setting == nullptr) {
        if (section.setting().node->kind == YamlKind::map) {
            reader.report(9, {section.setting().node, section.field(key)},
                          fmt::format("a known source has no {}", key), {},
                          fmt::format("add a line such as: {}", example));
        }
        return;
    }
    target = reader.filled_text(*setting).value_or("");
}

void read_optional(ConfigReader& reader, const Section& section, std::string_view key,
                   std::string& target) {
    if (const Setting* setting = section.find(key)) {
        target = reader.text(*setting).value_or("");
    }
}

void read_choices(ConfigReader& reader, const Section& section, KnownSource& source) {
    if (const Setting* setting = section.find("delivery")) {
        if (const auto index = reader.choice(*setting, delivery_names)) {
            source.delivery = deliveries[*index];
        }
    }
    if (const Setting* setting = section.find("cost")) {
        if (const auto index = reader.choice(*setting, cost_names)) {
            source.cost = static_cast<CostBasis>(*index);
        }
    }
}

KnownSource read_source(ConfigReader& reader, const Section& section) {
    KnownSource source;
    read_required(reader, section, "name", "name: AWS", source.name);
    read_required(reader, section, "pattern", "pattern: aws", source.pattern);
    read_optional(reader, section, "fund_org", source.fund_org);
    read_optional(reader, section, "account_code", source.account_code);
    read_optional(reader, section, "credit_account_code", source.credit_account_code);
    read_choices(reader, section, source);
    if (const Setting* setting = section.find("series")) {
        source.series = read_series(reader, *setting).value_or("");
    }
    if (const Setting* setting = section.find("defaults")) {
        source.defaults = read_defaults(reader, *setting);
    }
    return source;
}

void report_twin(ConfigReader& reader, const Section& section, std::string_view key,
                 const std::string& value, FirstUse& first_use) {
    if (value.empty()) {
        return;
    }
    const Setting& setting = *section.find(key);
    const auto [first, is_new] = first_use.emplace(lower(value), setting.node);
    if (!is_new) {
        reader.report(17, setting,
                      fmt::format("two known sources have the same {}, on line {} and line {}", key,
                                  first->second->line, setting.node->line),
                      value,
                      fmt::format("give each source a {} of its own (case does not count)", key));
    }
}

}  // namespace

std::vector<KnownSource> read_sources(ConfigReader& reader, const Setting& setting) {
    std::vector<KnownSource> sources;
    FirstUse names;
    FirstUse patterns;
    for (const Setting& entry : reader.list(setting).value_or(std::vector<Setting>{})) {
        if (entry.node->kind == YamlKind::null) {
            reader.report(10, entry, fmt::format("{} is empty", entry.field), {},
                          "write at least a name and a pattern, or remove the line");
            continue;
        }
        const Section section = reader.section(entry, "imports.known_sources[]");
        sources.push_back(read_source(reader, section));
        report_twin(reader, section, "name", sources.back().name, names);
        report_twin(reader, section, "pattern", sources.back().pattern, patterns);
    }
    return sources;
}

}  // namespace focus_billing
