#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace focus_billing {

/// What a tag can say about who pays. Each has a key in `tag_mapping`.
enum class Attribute : std::uint8_t {
    pi_email,
    project_id,
    fund_org,
    cost_center,
    account_code,
    reference_1,
    reference_2,
    end_date,
    reconciliation_end,
};

inline constexpr std::size_t attribute_count = 9;

/// Names as they stand in the configuration, in the order of the enumeration.
inline constexpr std::array<std::string_view, attribute_count> attribute_names = {
    "pi_email",    "project_id",  "fund_org", "cost_center",       "account_code",
    "reference_1", "reference_2", "end_date", "reconciliation_end"};

/// What the tags of a charge say of each attribute; empty where they say nothing.
using AttributeTexts = std::array<std::string_view, attribute_count>;

[[nodiscard]] constexpr std::size_t index_of(Attribute attribute) {
    return static_cast<std::size_t>(attribute);
}

}  // namespace focus_billing
