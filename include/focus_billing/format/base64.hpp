#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// Bytes in the letters of RFC 4648, section 4, padded with `=` and without line ends.
[[nodiscard]] std::string base64_text(std::string_view bytes);

}  // namespace focus_billing
