#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace focus_billing {

/// Bytes in base64 (RFC 4648, section 4), with padding, on one line.
[[nodiscard]] std::string base64_text(std::string_view bytes);

/// The bytes that base64_text() turned into `text`; nothing if it is no such text.
[[nodiscard]] std::optional<std::string> base64_bytes(std::string_view text);

}  // namespace focus_billing
