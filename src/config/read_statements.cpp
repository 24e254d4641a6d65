#include "config/read_statements.hpp"

#include <fmt/format.h>

#include "config/read_attribution.hpp"
#include "config/read_values.hpp"

namespace focus_billing {

namespace {

constexpr int most_detail_rows = 5000;
constexpr int most_warning_days = 3650;

void read_text(ConfigReader& reader, const Section& section, std::string_view key,
               std::string& target) {
    if (const Setting* setting = section.find(key))
        target = reader.text(*setting).value_or(target);
}

std::vector<std::string> read_contact(ConfigReader& reader, const Setting& setting) {
    std::vector<Setting> entries = {setting};
    if (setting.node->kind == YamlKind::list)
        entries = reader.list(setting).value_or(std::vector<Setting>{});
    std::vector<std::string> lines;
    for (const Setting& entry : entries) {
        if (auto line = reader.filled_text(entry))
            lines.push_back(std::move(*line));
    }
    return lines;
}

Organization read_organization(ConfigReader& reader, const Setting& setting) {
    Organization organization;
    const Section section = reader.section(setting, "statements.organization");
    read_text(reader, section, "name", organization.name);
    read_text(reader, section, "unit", organization.unit);
    if (const Setting* contact = section.find("contact"))
        organization.contact = read_contact(reader, *contact);
    if (const Setting* email = section.find("email")) {
        const auto text = reader.filled_text(*email);
        if (text && check_email(reader, *email, *text))
            organization.email = *text;
    }
    return organization;
}

bool is_color(std::string_view text) {
    return text.size() == 7 && text.front() == '#' &&
           text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

void read_color(ConfigReader& reader, const Setting& setting, std::string& color) {
    const std::string help = "write six hexadecimal digits after #, in quotes: '#1F4E79'";
    if (setting.node->kind == YamlKind::null) {
        reader.report(10, setting, fmt::format("{} has no value", setting.field), {},
                      help + "; without them # begins a comment");
        return;
    }
    const auto text = reader.filled_text(setting);
    if (text && !is_color(*text))
        reader.report(8, setting, fmt::format("{} is no color", setting.field), *text, help);
    else if (text)
        color = *text;
}

// Nothing if the value is empty, as when all entries are comments.
std::vector<Setting> entries_of(ConfigReader& reader, const Setting& setting) {
    const auto entries = reader.list(setting);
    if (entries && entries->empty() && setting.node->kind == YamlKind::list) {
        reader.report(10, setting, fmt::format("{} is empty", setting.field), {},
                      "write at least one entry, or remove the line for the usual ones");
    }
    return entries.value_or(std::vector<Setting>{});
}

void read_fonts(ConfigReader& reader, const Setting& setting, std::vector<std::string>& fonts) {
    std::vector<std::string> names;
    for (const Setting& entry : entries_of(reader, setting))
        names.push_back(reader.filled_text(entry).value_or(""));
    if (!names.empty())
        fonts = std::move(names);
}

void read_columns(ConfigReader& reader, const Setting& setting,
                  std::vector<DetailColumn>& columns) {
    std::vector<DetailColumn> named;
    for (const Setting& entry : entries_of(reader, setting)) {
        if (const auto index = reader.choice(entry, detail_column_names))
            named.push_back(static_cast<DetailColumn>(*index));
    }
    if (!named.empty())
        columns = std::move(named);
}

void read_warning_days(ConfigReader& reader, const Setting& setting, std::vector<int>& days) {
    if (setting.node->kind == YamlKind::null)
        return;
    const auto entries = reader.list(setting);
    if (!entries)
        return;
    days.clear();
    for (const Setting& entry : *entries) {
        if (const auto number = read_whole_number(reader, entry, 0, most_warning_days))
            days.push_back(*number);
    }
}

void read_texts(ConfigReader& reader, const Section& section, StatementStyle& style) {
    if (const Setting* title = section.find("title"))
        style.title = reader.filled_text(*title).value_or(style.title);
    read_text(reader, section, "questions", style.questions);
    read_text(reader, section, "dispute", style.dispute);
    read_text(reader, section, "footer", style.footer);
}

void read_statement_style(ConfigReader& reader, const Section& section, StatementStyle& style) {
    if (const Setting* color = section.find("color"))
        read_color(reader, *color, style.color);
    if (const Setting* paper = section.find("paper")) {
        if (const auto index = reader.choice(*paper, paper_names))
            style.paper = static_cast<Paper>(*index);
    }
    if (const Setting* fonts = section.find("fonts"))
        read_fonts(reader, *fonts, style.fonts);
    if (const Setting* columns = section.find("columns"))
        read_columns(reader, *columns, style.columns);
    if (const Setting* rows = section.find("detail_rows")) {
        if (const auto number = read_whole_number(reader, *rows, 1, most_detail_rows))
            style.detail_rows = static_cast<std::uint32_t>(*number);
    }
    read_texts(reader, section, style);
}

}  // namespace

StatementsConfig read_statements(ConfigReader& reader, const Setting& setting,
                                 const std::string& folder) {
    StatementsConfig statements;
    const Section section = reader.section(setting, "statements");
    if (const Setting* organization = section.find("organization"))
        statements.organization = read_organization(reader, *organization);
    read_path(reader, section, "logo", folder, statements.logo_file);
    read_path(reader, section, "templates", folder, statements.templates_directory);
    read_statement_style(reader, section, statements.style);
    if (const Setting* days = section.find("warning_days"))
        read_warning_days(reader, *days, statements.warning_days);
    return statements;
}

}  // namespace focus_billing
