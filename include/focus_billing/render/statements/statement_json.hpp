#pragma once

#include <string>

#include "focus_billing/model/statements/statement.hpp"

namespace focus_billing {

/// The record of a statement as JSON: every field under its own name, amounts as strings, null for
/// an empty text, each charge on one line. All texts must be UTF-8. `read_statement` reads it back.
/// Takes little more memory than the text itself.
[[nodiscard]] std::string statement_json(const Statement& statement);

}  // namespace focus_billing
