#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// Appends `text`, which is UTF-8, as a JSON string with its quotes: escaped are the quote, the
/// backslash and control characters (RFC 8259), all else stays as it is.
void append_json_string(std::string_view text, std::string& json);
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace focus_billing
