#pragma once

#include <string_view>

#include "focus_billing/model/statements/statement.hpp"

namespace focus_billing {

/// The statement of a record that `statement_json` wrote. Anything else is refused: an Error FB710.
/// Takes little more memory than the statement itself.
[[nodiscard]] Statement read_statement(std::string_view json);

}  // namespace focus_billing
