#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "focus_billing/model/text_template.hpp"

namespace focus_billing {

/// The placeholders of `journal.description`.
inline constexpr std::array<std::string_view, 12> description_fields = {
    "source",      "period",      "fund_org",  "pi_email", "project_id",  "cost_center",
    "reference_1", "reference_2", "statement", "account",  "fiscal_year", "fiscal_period"};

[[nodiscard]] inline bool is_description_field(const TemplatePart& part) {
    return part.kind == TemplatePart::Kind::group &&
           std::ranges::find(description_fields, part.text) != description_fields.end();
}

/// All of them, in words.
[[nodiscard]] inline std::string description_field_list() {
    std::string list;
    for (const auto name : description_fields)
        list.append(list.empty() ? "{" : ", {").append(name).append("}");
    return list;
}

}  // namespace focus_billing
