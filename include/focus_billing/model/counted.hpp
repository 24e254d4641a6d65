#pragma once

#include <cstdint>
#include <string>

namespace focus_billing {

/// `1 row`, `2 rows`.
[[nodiscard]] inline std::string counted(std::uint64_t count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

}  // namespace focus_billing
