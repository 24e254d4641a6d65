#pragma once

#include <string>
#include <string_view>

#include "focus_billing/model/statements/statement_style.hpp"

namespace focus_billing {

/// The record of a look as JSON: every field under its own name, the logo in base64. All texts must
/// be UTF-8.
[[nodiscard]] std::string statement_style_json(const StatementStyle& style);

/// The look of a record that `statement_style_json` wrote. Anything else is refused: an Error
/// FB710.
[[nodiscard]] StatementStyle read_statement_style(std::string_view json);

}  // namespace focus_billing
