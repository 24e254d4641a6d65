#pragma once

#include <cstdint>
#include <string>

#include "focus_billing/model/charges/attribute.hpp"
#include "focus_billing/model/charges/flag.hpp"

namespace focus_billing {

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
