#pragma once

#include <string>

#include "focus_billing/render/statements/statement_view.hpp"

namespace focus_billing {

/// A statement for a terminal: facts, lines and postings; with the charge details, if asked for.
[[nodiscard]] std::string statement_text(const StatementView& view, bool with_details);

}  // namespace focus_billing
