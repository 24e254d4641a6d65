#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace focus_billing {

/// Ends the run of a fuzz target with a finding unless `condition` holds.
inline void require(bool condition) {
    if (!condition)
        std::abort();
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

}  // namespace focus_billing
