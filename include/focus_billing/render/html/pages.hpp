#pragma once

#include <string>

#include "focus_billing/render/statements/statement_view.hpp"

namespace focus_billing {

/// A statement as one page that needs nothing else: style, logo and charts stand in it, and it
/// has no scripts. The look's template, or the built-in one, has passed `check_template`.
[[nodiscard]] std::string statement_html(const StatementView& view, const StatementLook& look);

}  // namespace focus_billing
