#pragma once

#include <array>
#include <cstdint>

namespace focus_billing {

/// The first 16 bytes of a SHA-256.
using ContentHash = std::array<std::uint8_t, 16>;

}  // namespace focus_billing
