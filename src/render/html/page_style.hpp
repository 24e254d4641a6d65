#pragma once

#include <string>

#include "focus_billing/model/statements/statement_style.hpp"

namespace focus_billing {

/// The style sheet of all pages: the look's colour, fonts and paper as variables, then
/// templates/page.css. Holds no `<`, whatever the look says.
[[nodiscard]] std::string page_style(const StatementLook& look);

}  // namespace focus_billing
