#include "config/layouts/check_ledger_columns.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "config/allowed_keys.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"

namespace focus_billing {

namespace {

constexpr std::string_view example = "expenses:{fund_org}:{account}";

const YamlNode* find_value(const Setting& entry) {
    for (const auto& [key, value] : entry.node->pairs) {
        if (key->text == "value")
            return value;
    }
    return nullptr;
}

bool is_amount_or_side(const TemplatePart& part) {
    const auto* field = find_journal_field(part.text);
    return part.kind == TemplatePart::Kind::group && field != nullptr &&
           (field->kind == FieldKind::amount || field->kind == FieldKind::side);
}

// Two blanks end the name of an account; a bracket or a sign before it means something else.
bool may_stand_in_name(std::string_view text, bool is_first, bool is_last) {
    if (text.find("  ") != text.npos || text.find_first_of(";|\"") != text.npos)
        return false;
    const bool begins_well =
        !is_first || std::string_view(" ([{<*!-=~").find(text.front()) == text.npos;
    return begins_well && !(is_last && text.ends_with(' '));
}

bool is_name(const std::vector<TemplatePart>& parts) {
    return std::ranges::all_of(parts, [&](const TemplatePart& part) {
        return part.kind != TemplatePart::Kind::literal ||
               may_stand_in_name(part.text, &part == &parts.front(), &part == &parts.back());
    });
}

void check_options(ConfigReader& reader, const Setting& entry) {
    const auto keys = allowed_keys("layout.records[]");
    for (const auto& [key, value] : entry.node->pairs) {
        const bool is_known = std::ranges::find(keys, key->text) != keys.end();
        if (!is_known || key->text == "name" || key->text == "value")
            continue;
        const auto field = fmt::format("{}.{}", entry.field, key->text);
        reader.report(824, {value, field},
                      fmt::format("{} means nothing here: an account of a ledger has a name and a "
                                  "value alone",
                                  field),
                      {}, "remove the option");
    }
}

void check_parts(ConfigReader& reader, const Setting& setting, const TextTemplate& value) {
    if (std::ranges::any_of(value.parts, is_amount_or_side)) {
        reader.report(
            821, setting,
            fmt::format("{} is the name of an account, and has an amount or a side", setting.field),
            setting.node->text, fmt::format("write a name such as {}", example));
    }
    if (!is_name(value.parts)) {
        reader.report(821, setting,
                      fmt::format("{} has what no name of an account can have", setting.field),
                      setting.node->text,
                      "leave out ; | and \", two blanks in a row, blanks at the ends, and brackets "
                      "and signs at the beginning");
    }
}

void check_value(ConfigReader& reader, const Setting& entry, const TextTemplate& value) {
    const auto* node = find_value(entry);
    const bool is_missing = node == nullptr || (node->kind == YamlKind::text && node->text.empty());
    if (is_missing) {
        reader.report(825, entry, fmt::format("{} has no value", entry.field), {},
                      fmt::format("write the name of an account: value: '{}'", example));
    } else if (value.fault.empty()) {
        check_parts(reader, {node, entry.field + ".value"}, value);
    }
}

}  // namespace

void check_ledger_columns(ConfigReader& reader, const Setting& line,
                          const std::vector<Setting>& entries,
                          const std::vector<LayoutColumn>& columns) {
    const bool has_both =
        columns.size() == 2 && columns[0].name == "payer" && columns[1].name == "source";
    if (!columns.empty() && !has_both) {
        reader.report(825, line,
                      "a ledger has the columns 'payer' and 'source' in 'line', and no others", {},
                      fmt::format("their values are the names of accounts: {}", example));
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].node->kind != YamlKind::map)
            continue;
        check_options(reader, entries[i]);
        check_value(reader, entries[i], columns[i].value);
    }
}

}  // namespace focus_billing
