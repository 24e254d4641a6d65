#pragma once

#include <string_view>

namespace focus_billing {

/// Writes all bytes to an open file; false, with the reason in `errno`, if that fails.
[[nodiscard]] bool write_all(int file, std::string_view bytes);

}  // namespace focus_billing
