#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// Appends `text` as a JSON string: only quotes, backslashes and control characters are escaped,
/// the last ones as `\u000a`, so that one text is always written in one way.
void append_json_text(std::string_view text, std::string& json);

}  // namespace focus_billing
