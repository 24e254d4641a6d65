#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "focus_billing/model/charges/flag.hpp"

namespace focus_billing {

/// What a tag can say about the payer. Each attribute has a key in `tag_mapping`.
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

/// Their names in the configuration, in the order of the enumeration.
inline constexpr std::array<std::string_view, attribute_count> attribute_names = {
    "pi_email",    "project_id",  "fund_org", "cost_center",       "account_code",
    "reference_1", "reference_2", "end_date", "reconciliation_end"};

/// The value that a charge's tags give for each attribute; empty where they give none.
using AttributeTexts = std::array<std::string_view, attribute_count>;

[[nodiscard]] constexpr std::size_t index_of(Attribute attribute) {
    return static_cast<std::size_t>(attribute);
}

/// Who pays for a charge, and the origin of each value: `tag`, `rule NAME`, `rule NAME (override)`,
/// `project P-1` (the directory of projects) or `default of AWS`; the origin of pi_email may end
/// with ` via alias of OLD@x` and ` as successor of OLD@x`. Both are empty where there is no value.
/// The views are valid until the next call of the attributor that made it, and as long as the
/// charge.
struct Attribution {
    AttributeTexts values{};
    AttributeTexts origins{};
    FlagSet flags;
    /// Not 0: equal for equal values, origins and flags of one attributor. Its remainder by
    /// `attribution_slot_count` is unique among those that are remembered.
    std::uint64_t number = 0;
    /// Why a date tag is not valid, in words; empty if it is.
    std::string fault;
};

/// A copy of the values and origins of an attribution.
struct AttributionTexts {
    AttributeTexts values{};
    AttributeTexts origins{};
};

inline constexpr std::size_t attribution_slot_count = 16384;

}  // namespace focus_billing
