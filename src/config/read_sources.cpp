#include "config/read_sources.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "config/read_values.hpp"

namespace focus_billing {

namespace {

std::vector<std::string> read_tag_keys(ConfigReader& reader, const Setting& setting) {
    std::vector<Setting> entries = {setting};
    if (setting.node->kind == YamlKind::list) {
        entries = reader.list(setting).value_or(std::vector<Setting>{});
    }
    std::vector<std::string> keys;
    for (const Setting& entry : entries) {
        if (auto key = reader.filled_text(entry)) {
            keys.push_back(std::move(*key));
        }
    }
    return keys;
}

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

std::array<std::string, attribute_count> read_defaults(ConfigReader& reader,
                                                       const Setting& setting) {
    std::array<std::string, attribute_count> defaults;
    const Section section = reader.section(setting, "imports.known_sources[].defaults");
    for (std::size_t i = 0; i < settable_attribute_count; ++i) {
        const Setting* value = section.find(attribute_names[i]);
        if (value == nullptr)
            continue;
        defaults[i] = reader.filled_text(*value).value_or("");
        if (i == index_of(Attribute::pi_email) && !defaults[i].empty())
            (void)check_email(reader, *value, defaults[i]);
    }
    return defaults;
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

TagMapping read_tag_mapping(ConfigReader& reader, const Setting& setting) {
    TagMapping mapping = TagMapping::by_name();
    const Section section = reader.section(setting, "tag_mapping");
    for (std::size_t i = 0; i < attribute_count; ++i) {
        if (const Setting* keys = section.find(attribute_names[i])) {
            mapping.keys[i] = read_tag_keys(reader, *keys);
        }
    }
    return mapping;
}

LoggingConfig read_logging(ConfigReader& reader, const Setting& setting,
                           const std::string& folder) {
    LoggingConfig logging;
    const Section section = reader.section(setting, "logging");
    if (const Setting* level = section.find("level")) {
        if (const auto index = reader.choice(*level, log_level_names)) {
            logging.level = static_cast<LogLevel>(*index);
        }
    }
    if (const Setting* format = section.find("format")) {
        if (const auto index = reader.choice(*format, log_format_names)) {
            logging.format = static_cast<LogFormat>(*index);
        }
    }
    if (const Setting* file = section.find("file")) {
        logging.file = reader.text(*file).value_or("");
    }
    if (!logging.file.empty() && logging.file != "stderr") {
        logging.file = resolve_path(logging.file, folder);
    }
    return logging;
}

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
