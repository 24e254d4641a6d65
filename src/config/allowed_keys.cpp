#include "config/allowed_keys.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <vector>

#include "focus_billing/model/charges/attribution_rule.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"
#include "focus_billing/model/nearest_name.hpp"

namespace focus_billing {

namespace {

using namespace std::string_view_literals;

constexpr std::array top_keys = {"currency"sv,    "database"sv,    "output"sv, "imports"sv,
                                 "tag_mapping"sv, "attribution"sv, "review"sv, "statements"sv,
                                 "journal"sv,     "convert"sv,     "logging"sv};
constexpr std::array database_keys = {"path"sv};
constexpr std::array output_keys = {"directory"sv};
constexpr std::array imports_keys = {"known_sources"sv, "max_shrink"sv};
constexpr std::array source_keys = {"name"sv,         "pattern"sv,  "fund_org"sv,
                                    "account_code"sv, "delivery"sv, "credit_account_code"sv,
                                    "series"sv,       "cost"sv,     "defaults"sv};
constexpr std::span settable_keys = std::span(attribute_names).first<settable_attribute_count>();
constexpr std::array attribution_keys = {"rules"sv, "aliases"sv, "directory"sv};
constexpr std::array rule_keys = {"name"sv,  "valid_from"sv, "valid_until"sv,
                                  "match"sv, "set"sv,        "override"sv};
constexpr std::array match_keys = {"source"sv,
                                   "sub_account_id"sv,
                                   "sub_account_name"sv,
                                   "resource_id"sv,
                                   "resource_name"sv,
                                   "service_name"sv,
                                   "service_category"sv,
                                   "region_id"sv,
                                   "charge_category"sv,
                                   "charge_class"sv,
                                   "charge_description"sv,
                                   "invoice_id"sv,
                                   "currency"sv,
                                   "tags"sv};
static_assert(std::ranges::equal(rule_field_names,
                                 std::span(match_keys).first<rule_field_count>()));
constexpr std::array match_kind_keys = {"regex"sv, "exact"sv};
constexpr std::array directory_keys = {"projects"sv, "people"sv, "fund_orgs"sv};
constexpr std::array review_keys = {"flag_patterns"sv, "fund_org_patterns"sv,
                                    "account_code_patterns"sv};
constexpr std::array statements_keys = {
    "organization"sv, "logo"sv,         "color"sv,    "paper"sv,  "fonts"sv,
    "title"sv,        "questions"sv,    "dispute"sv,  "footer"sv, "columns"sv,
    "detail_rows"sv,  "warning_days"sv, "templates"sv};
constexpr std::array organization_keys = {"name"sv, "unit"sv, "contact"sv, "email"sv};
constexpr std::array journal_keys = {"default_account"sv,
                                     "fund_org_regex"sv,
                                     "account_code_regex"sv,
                                     "lines"sv,
                                     "description"sv,
                                     "credit_description"sv,
                                     "fiscal_year_start"sv,
                                     "fiscal_year_named_by"sv,
                                     "format"sv,
                                     "layouts"sv,
                                     "values"sv};
constexpr std::array logging_keys = {"level"sv, "format"sv, "file"sv};

constexpr std::array<SectionKeys, 18> sections = {{
    {"", top_keys},
    {"database", database_keys},
    {"output", output_keys},
    {"imports", imports_keys},
    {"imports.known_sources[]", source_keys},
    {"imports.known_sources[].defaults", settable_keys},
    {"tag_mapping", attribute_names},
    {"attribution", attribution_keys},
    {"attribution.rules[]", rule_keys},
    {"attribution.rules[].match", match_keys},
    {"attribution.rules[].match{}", match_kind_keys},
    {"attribution.rules[].set", settable_keys},
    {"attribution.directory", directory_keys},
    {"review", review_keys},
    {"statements", statements_keys},
    {"statements.organization", organization_keys},
    {"journal", journal_keys},
    {"logging", logging_keys},
}};

constexpr std::array layout_keys = {"description"sv, "form"sv,     "delimiter"sv, "quote"sv,
                                    "names"sv,       "line_end"sv, "encoding"sv,  "currencies"sv,
                                    "most_lines"sv,  "lines"sv,    "zipped_as"sv, "values"sv,
                                    "records"sv};
constexpr std::array column_keys = {"name"sv,  "value"sv, "start"sv, "width"sv, "align"sv,
                                    "pad"sv,   "cut"sv,   "case"sv,  "date"sv,  "decimals"sv,
                                    "point"sv, "sign"sv,  "side"sv};
constexpr std::array side_keys = {"debit"sv, "credit"sv};

constexpr std::array<SectionKeys, 4> layout_sections = {{
    {"layout", layout_keys},
    {"layout.records", record_kind_names},
    {"layout.records[]", column_keys},
    {"layout.records[].side", side_keys},
}};

constexpr std::string_view layout = "layout";

// Parts of an entry of a list are named only where no other place is.
bool is_inner(std::string_view section) {
    return section.find("[].") != std::string_view::npos;
}

// The sections of the same file.
std::span<const SectionKeys> sections_beside(std::string_view section) {
    return section.starts_with(layout) ? layout_section_keys() : all_section_keys();
}

std::string place_of(std::string_view section) {
    if (section.empty() || section == layout)
        return "at the top level, without indentation";
    if (section.starts_with(layout))
        section.remove_prefix(layout.size() + 1);
    return section.ends_with("[]")
               ? fmt::format("in an entry of {}", section.substr(0, section.size() - 2))
               : fmt::format("under {}", section);
}

std::vector<std::string> sections_with(std::string_view key, std::span<const SectionKeys> searched,
                                       bool inner) {
    std::vector<std::string> result;
    for (const auto& [section, keys] : searched) {
        if (is_inner(section) != inner || std::ranges::find(keys, key) == keys.end()) {
            continue;
        }
        result.push_back(place_of(section));
    }
    return result;
}

}  // namespace

std::span<const SectionKeys> all_section_keys() {
    return sections;
}

std::span<const SectionKeys> layout_section_keys() {
    return layout_sections;
}

std::span<const std::string_view> allowed_keys(std::string_view section) {
    for (const auto& table :
         {std::span<const SectionKeys>(sections), std::span<const SectionKeys>(layout_sections),
          conversion_section_keys()}) {
        const auto found = std::ranges::find(table, section, &SectionKeys::section);
        if (found != table.end())
            return found->keys;
    }
    throw std::logic_error("no configuration section " + std::string(section));
}

std::string help_for_unknown_key(std::string_view key, std::string_view section) {
    if (key == "<<") {
        return "merge keys are not read: write the keys out";
    }
    const auto keys = allowed_keys(section);
    if (const auto near = nearest_name(key, keys)) {
        return fmt::format("did you mean '{}'?", *near);
    }
    for (const bool inner : {false, true}) {
        if (const auto places = sections_with(key, sections_beside(section), inner);
            !places.empty()) {
            return fmt::format("'{}' belongs {}", key, fmt::join(places, ", or "));
        }
    }
    return fmt::format("keys here: {}", fmt::join(keys, ", "));
}

}  // namespace focus_billing
