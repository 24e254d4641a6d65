#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// A text as it stands in HTML and SVG, between tags or in a quoted attribute: `&`, `<`, `>`, `"`
/// and `'` written as references; control characters, which XML forbids, as U+FFFD.
[[nodiscard]] std::string html_text(std::string_view text);

}  // namespace focus_billing
