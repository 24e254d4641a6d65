#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace focus_billing {

/// Where a billing period is in its life: open -> closed -> finalized. A closed one may be opened
/// again with a reason, a finalized one never.
enum class PeriodStatus : std::uint8_t { open, closed, finalized };

/// In the order of the enumeration, as they stand in the database.
inline constexpr std::array<std::string_view, 3> period_status_names = {"open", "closed",
                                                                        "finalized"};

[[nodiscard]] constexpr std::string_view name_of(PeriodStatus status) {
    return period_status_names[static_cast<std::size_t>(status)];
}

}  // namespace focus_billing
