#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "focus_billing/model/charges/flag.hpp"

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

/// Who pays for a charge, and what decided each value: `tag`, `rule NAME`, `rule NAME (override)`,
/// `project P-1` (the directory of projects) or `default of AWS`; behind that of pi_email perhaps
/// ` via alias of OLD@x` and ` as successor of OLD@x`. Both are empty where there is nothing. The
/// views live until the next call of the attributor that made it, and as long as the charge.
struct Attribution {
    AttributeTexts values{};
    AttributeTexts origins{};
    FlagSet flags;
    /// Not 0: equal for equal values, origins and flags of one attributor. Its remainder by
    /// `attribution_slot_count` is its own among those that are remembered.
    std::uint64_t number = 0;
    /// What is wrong with a tag that has to be a date, in words; empty if nothing is.
    std::string fault;
};

/// The values and origins of an attribution, as long as they are kept.
struct AttributionTexts {
    AttributeTexts values{};
    AttributeTexts origins{};
};

inline constexpr std::size_t attribution_slot_count = 16384;

}  // namespace focus_billing
