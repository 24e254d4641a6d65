#include "focus_billing/config/read_journal.hpp"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "config/read_values.hpp"
#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"
#include "focus_billing/model/nearest_name.hpp"
#include "focus_billing/model/text_template.hpp"

namespace focus_billing {

namespace {

// One pattern, or a list of them.
std::vector<std::string> read_one_or_more(ConfigReader& reader, const Setting& setting) {
    if (setting.node->kind != YamlKind::text)
        return read_patterns(reader, setting);
    auto pattern = read_pattern(reader, setting);
    return pattern ? std::vector<std::string>{std::move(*pattern)} : std::vector<std::string>{};
}

void check_groups(ConfigReader& reader, const Setting& setting,
                  const std::vector<std::string>& patterns) {
    for (const auto& name : named_groups(patterns)) {
        if (find_journal_field(name) == nullptr)
            continue;
        reader.report(47, setting,
                      fmt::format("{} has a group with the name of a placeholder", setting.field),
                      name, "give the group another name, such as fund, orgn or program");
    }
}

void read_description(ConfigReader& reader, const Setting& setting, std::string& description) {
    const auto text = reader.text(setting);
    if (!text)
        return;
    const TextTemplate parsed = parse_template(*text);
    if (!parsed.fault.empty()) {
        reader.report(48, setting, fmt::format("{} has {}", setting.field, parsed.fault), *text,
                      "write {source} for the source; {{ is a brace");
        return;
    }
    for (const auto& part : parsed.parts) {
        if (part.kind == TemplatePart::Kind::literal || is_description_field(part))
            continue;
        reader.report(48, setting, fmt::format("{} has an unknown placeholder", setting.field),
                      part.text, "use one of " + description_field_list());
        return;
    }
    description = *text;
}

void read_lines(ConfigReader& reader, const Setting& setting, std::vector<LinePart>& lines) {
    const auto entries = reader.list(setting);
    if (!entries)
        return;
    std::set<LinePart> named;
    for (const Setting& entry : *entries) {
        if (const auto index = reader.choice(entry, line_part_names))
            named.insert(static_cast<LinePart>(*index));
    }
    lines.assign(named.begin(), named.end());
}

void read_values(ConfigReader& reader, const Setting& setting,
                 std::map<std::string, std::string>& values) {
    for (const Entry& entry : reader.entries(setting)) {
        const auto& name = entry.key.node->text;
        if (!is_value_name(name)) {
            reader.report(47, entry.key, "a value of layouts cannot have this name", name,
                          "use a name of the layout's 'values': 'focus-billing journals layouts "
                          "show NAME' shows them");
            continue;
        }
        if (auto text = reader.text(entry.value))
            values.emplace(name, std::move(*text));
    }
}

void read_fiscal_year(ConfigReader& reader, const Section& section, JournalConfig& journal) {
    if (const Setting* start = section.find("fiscal_year_start"))
        journal.fiscal_year_start =
            read_whole_number(reader, *start, 1, 12).value_or(journal.fiscal_year_start);
    if (const Setting* named_by = section.find("fiscal_year_named_by"))
        journal.fiscal_year_by_end = reader.choice(*named_by, fiscal_year_names) != std::size_t{0};
}

void read_patterns_of(ConfigReader& reader, const Section& section, JournalConfig& journal) {
    if (const Setting* regex = section.find("fund_org_regex")) {
        journal.fund_org_regexes = read_one_or_more(reader, *regex);
        check_groups(reader, *regex, journal.fund_org_regexes);
    }
    if (const Setting* regex = section.find("account_code_regex"))
        journal.account_code_regexes = read_one_or_more(reader, *regex);
}

}  // namespace

std::vector<std::string> named_groups(const std::vector<std::string>& patterns) {
    std::set<std::string> names;
    for (const auto& text : patterns) {
        const re2::RE2 pattern(text, re2::RE2::Quiet);
        for (const auto& [name, group] : pattern.NamedCapturingGroups())
            names.insert(name);
    }
    return {names.begin(), names.end()};
}

JournalConfig read_journal(ConfigReader& reader, const Setting& setting,
                           const std::string& folder) {
    JournalConfig journal;
    const Section section = reader.section(setting, "journal");
    if (const Setting* account = section.find("default_account"))
        journal.default_account = reader.filled_text(*account).value_or("");
    read_patterns_of(reader, section, journal);
    if (const Setting* lines = section.find("lines"))
        read_lines(reader, *lines, journal.lines);
    if (const Setting* description = section.find("description"))
        read_description(reader, *description, journal.description);
    if (const Setting* description = section.find("credit_description"))
        read_description(reader, *description, journal.credit_description);
    read_fiscal_year(reader, section, journal);
    if (const Setting* format = section.find("format"))
        journal.format = reader.filled_text(*format).value_or("");
    if (const Setting* layouts = section.find("layouts")) {
        if (const auto path = reader.filled_text(*layouts))
            journal.layouts_directory = resolve_path(*path, folder);
    }
    if (const Setting* values = section.find("values"))
        read_values(reader, *values, journal.values);
    return journal;
}

}  // namespace focus_billing
