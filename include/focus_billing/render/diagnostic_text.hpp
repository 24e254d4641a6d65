#pragma once

#include <string>
#include <string_view>

#include "focus_billing/model/diagnostic.hpp"

namespace focus_billing {

/// A diagnostic for people: `file:line: error[FB201]: the fact`, the value as it was found, and
/// what to do. `colored`: with the colours of a terminal.
[[nodiscard]] std::string diagnostic_text(const Diagnostic& diagnostic, bool colored);

/// Text fit for one line of a terminal: control characters escaped, at most `longest` characters.
[[nodiscard]] std::string shown_text(std::string_view text, std::size_t longest = 100);

}  // namespace focus_billing
