#include "focus_billing/config/yaml/config_reader.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "config/allowed_keys.hpp"
#include "config/yaml/yaml_errors.hpp"
#include "focus_billing/model/nearest_name.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t longest_text = 65'536;

std::string_view kind_name(YamlKind kind) {
    switch (kind) {
    case YamlKind::null: return "empty";
    case YamlKind::text: return "a text";
    case YamlKind::list: return "a list";
    case YamlKind::map: return "a group of keys";
    }
    return {};
}

std::string_view name_or_whole(const std::string& field) {
    return field.empty() ? std::string_view("the configuration") : std::string_view(field);
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(' ') == std::string_view::npos;
}

}  // namespace

void Section::add(std::string_view key, Setting setting) {
    m_members.push_back({key, std::move(setting)});
}

const Setting* Section::find(std::string_view key) const {
    const auto found = std::ranges::find(m_members, key, &Member::key);
    return found == m_members.end() ? nullptr : &found->setting;
}

std::string Section::field(std::string_view key) const {
    return m_setting.field.empty() ? std::string(key) : fmt::format("{}.{}", m_setting.field, key);
}

void ConfigReader::report(int code, const Setting& setting, std::string message, std::string value,
                          std::string help) {
    Place place{m_file, setting.node->line, setting.node->column};
    m_diagnostics.push_back(make_diagnostic(code, std::move(place), std::move(message),
                                            printable(value), std::move(help)));
    m_diagnostics.back().field = setting.field;
}

std::vector<Diagnostic> ConfigReader::take_diagnostics() {
    std::ranges::stable_sort(m_diagnostics, {}, [](const Diagnostic& diagnostic) {
        return std::tuple(diagnostic.place.line, diagnostic.place.column);
    });
    return std::move(m_diagnostics);
}

void ConfigReader::report_wrong_type(const Setting& setting, std::string_view wanted,
                                     std::string help) {
    report(8, setting,
           fmt::format("{} must be {}, not {}", name_or_whole(setting.field), wanted,
                       kind_name(setting.node->kind)),
           setting.node->text, std::move(help));
}

void ConfigReader::report_unknown_key(const YamlNode& key, const std::string& field,
                                      std::string_view name) {
    report(6, {&key, field}, fmt::format("unknown key '{}'", printable(key.text)), key.text,
           help_for_unknown_key(key.text, name));
}

Section ConfigReader::section(const Setting& setting, std::string_view name) {
    Section section(setting);
    const auto keys = allowed_keys(name);
    if (setting.node->kind != YamlKind::map) {
        if (setting.node->kind != YamlKind::null) {
            const std::string_view where = setting.field.empty() ? "" : " below it, indented";
            report_wrong_type(
                setting, "a group of keys",
                fmt::format("write 'key: value' lines{}; keys: {}", where, fmt::join(keys, ", ")));
        }
        return section;
    }
    FirstKeys seen;
    for (const YamlPair& pair : setting.node->pairs) {
        add_member(section, pair, name, seen);
    }
    return section;
}

void ConfigReader::add_member(Section& section, const YamlPair& pair, std::string_view name,
                              FirstKeys& seen) {
    const auto& [key, value] = pair;
    const auto keys = allowed_keys(name);
    if (key->kind != YamlKind::text) {
        report(8, {key, section.setting().field},
               fmt::format("a key must be a text, not {}", kind_name(key->kind)), {},
               fmt::format("keys here: {}", fmt::join(keys, ", ")));
        return;
    }
    const std::string field = section.field(printable(key->text));
    const auto [first, is_new] = seen.emplace(key->text, key);
    if (!is_new) {
        report(7, {key, field},
               fmt::format("key '{}' is given twice, first on line {}", printable(key->text),
                           first->second->line),
               key->text, "keep one of the two");
    } else if (const auto known = std::ranges::find(keys, key->text); known != keys.end()) {
        section.add(*known, {value, field});
    } else {
        report_unknown_key(*key, field, name);
    }
}

std::vector<Entry> ConfigReader::entries(const Setting& setting) {
    std::vector<Entry> entries;
    if (setting.node->kind != YamlKind::map) {
        if (setting.node->kind != YamlKind::null)
            report_wrong_type(setting, "a group of keys",
                              "write 'key: value' lines below it, indented");
        return entries;
    }
    FirstKeys seen;
    for (const auto& [key, value] : setting.node->pairs) {
        if (key->kind != YamlKind::text) {
            report(8, {key, setting.field},
                   fmt::format("a key must be a text, not {}", kind_name(key->kind)), {},
                   "write it in quotes");
            continue;
        }
        const std::string field = fmt::format("{}.{}", setting.field, printable(key->text));
        const auto [first, is_new] = seen.emplace(key->text, key);
        if (const auto fault = find_text_fault(key->text)) {
            report(18, {key, field},
                   fmt::format("{} has a key with a {}", setting.field, fault->name), key->text,
                   "write the key on one line");
        } else if (is_new) {
            entries.push_back({{key, field}, {value, field}});
        } else {
            report(7, {key, field},
                   fmt::format("key '{}' is given twice, first on line {}", printable(key->text),
                               first->second->line),
                   key->text, "keep one of the two");
        }
    }
    return entries;
}

std::optional<std::vector<Setting>> ConfigReader::list(const Setting& setting, std::size_t most) {
    if (setting.node->kind == YamlKind::null) {
        return std::vector<Setting>{};
    }
    if (setting.node->kind != YamlKind::list) {
        report_wrong_type(setting, "a list", "write each entry on a line of its own, after '- '");
        return std::nullopt;
    }
    const auto& items = setting.node->items;
    if (items.size() > most) {
        report(5, setting, fmt::format("{} has more than {} entries", setting.field, most),
               fmt::format("{} entries", items.size()), "remove entries, or join them");
        return std::nullopt;
    }
    std::vector<Setting> entries;
    for (std::size_t i = 0; i < items.size(); ++i) {
        entries.push_back({items[i], fmt::format("{}[{}]", setting.field, i)});
    }
    return entries;
}

bool ConfigReader::expand(const Setting& setting, std::string& text) {
    const std::string& written = setting.node->text;
    ExpandedText expanded = m_environment == nullptr ? ExpandedText{written, {}, false}
                                                     : expand_environment(written, *m_environment);
    if (expanded.malformed) {
        report(16, setting, "'${' without a variable name and a closing '}'", written,
               "write ${NAME} for an environment variable, $${ for a plain '${'");
    }
    for (const std::string& name : expanded.missing) {
        report(15, setting, fmt::format("environment variable '{}' is not set", printable(name)),
               written,
               fmt::format("set {} before the program starts, or write $${{ for a plain '${{'",
                           printable(name)));
    }
    text = std::move(expanded.text);
    // A block of text ('|') ends with a line end that nobody means.
    text.erase(text.find_last_not_of('\n') + 1);
    return !expanded.malformed && expanded.missing.empty();
}

bool ConfigReader::is_plain(const Setting& setting, const std::string& text) {
    if (text.size() > longest_text) {
        report(5, setting, fmt::format("{} is longer than 65,536 bytes", setting.field), text,
               "shorten it");
        return false;
    }
    const auto fault = find_text_fault(text);
    if (fault && fault->kind == TextFault::Kind::not_utf8) {
        report(18, setting, fmt::format("{} is not UTF-8 text: {}", setting.field, fault->name),
               text, "give the environment variable a value in UTF-8");
    } else if (fault) {
        report(18, setting, fmt::format("{} has a {}", setting.field, fault->name), text,
               "write the value on one line; put patterns in single quotes, because in double "
               "quotes YAML reads \\b as a backspace");
    }
    return !fault;
}

std::optional<std::string> ConfigReader::text(const Setting& setting) {
    if (setting.node->kind == YamlKind::null) {
        report(10, setting, fmt::format("{} has no value", setting.field), {},
               "write a value, or remove the line if it is not needed");
        return std::nullopt;
    }
    if (setting.node->kind != YamlKind::text) {
        report_wrong_type(setting, "a text",
                          "write one value after the colon; put a value that begins with [ or { in "
                          "single quotes");
        return std::nullopt;
    }
    std::string text;
    if (!expand(setting, text)) {
        return std::nullopt;
    }
    if (!is_plain(setting, text)) {
        return std::nullopt;
    }
    return text;
}

std::optional<std::string> ConfigReader::filled_text(const Setting& setting) {
    auto result = text(setting);
    if (result && is_blank(*result)) {
        report(10, setting, fmt::format("{} is empty", setting.field), {},
               "write a value, or remove the line if it is not needed");
        return std::nullopt;
    }
    return result;
}

std::optional<std::size_t> ConfigReader::choice(const Setting& setting,
                                                std::span<const std::string_view> words) {
    const auto word = filled_text(setting);
    if (!word) {
        return std::nullopt;
    }
    const auto found = std::ranges::find(words, *word);
    if (found != words.end()) {
        return static_cast<std::size_t>(found - words.begin());
    }
    const auto near = nearest_name(*word, words);
    report(11, setting, fmt::format("'{}' is no value of {}", printable(*word), setting.field),
           *word,
           near ? fmt::format("did you mean '{}'? Values: {}", *near, fmt::join(words, ", "))
                : fmt::format("write one of: {}", fmt::join(words, ", ")));
    return std::nullopt;
}

}  // namespace focus_billing
