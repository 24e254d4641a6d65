#include "focus_billing/config/allowed_keys.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include "focus_billing/model/attribute.hpp"

namespace focus_billing {

namespace {

using namespace std::string_view_literals;

constexpr std::array top_keys = {"currency"sv,    "database"sv, "output"sv, "imports"sv,
                                 "tag_mapping"sv, "review"sv,   "logging"sv};
constexpr std::array database_keys = {"path"sv};
constexpr std::array output_keys = {"directory"sv};
constexpr std::array imports_keys = {"known_sources"sv, "max_shrink"sv};
constexpr std::array source_keys = {"name"sv,         "pattern"sv,  "fund_org"sv,
                                    "account_code"sv, "delivery"sv, "credit_account_code"sv,
                                    "series"sv,       "cost"sv};
constexpr std::array review_keys = {"flag_patterns"sv, "fund_org_patterns"sv};
constexpr std::array logging_keys = {"level"sv, "format"sv, "file"sv};

constexpr std::array<SectionKeys, 8> sections = {{
    {"", top_keys},
    {"database", database_keys},
    {"output", output_keys},
    {"imports", imports_keys},
    {"imports.known_sources[]", source_keys},
    {"tag_mapping", attribute_names},
    {"review", review_keys},
    {"logging", logging_keys},
}};

}  // namespace

std::span<const SectionKeys> all_section_keys() {
    return sections;
}

std::span<const std::string_view> allowed_keys(std::string_view section) {
    const auto found = std::ranges::find(sections, section, &SectionKeys::section);
    if (found == sections.end()) {
        throw std::logic_error("no configuration section " + std::string(section));
    }
    return found->keys;
}

}  // namespace focus_billing
