#pragma once

#include <string>

#include "focus_billing/model/statements/statement_style.hpp"
#include "focus_billing/model/statements/statement_summary.hpp"
#include "focus_billing/render/statements/page_view.hpp"

namespace focus_billing {

/// The statements of a run with links to their files and to `summary.html`, as one page that
/// needs nothing else. The look's template, or the built-in one, has passed `check_template`.
[[nodiscard]] std::string index_html(const StatementSummary& summary, const StatementStyle& style);

/// The summary of a run as one page that needs nothing else: style, logo and charts stand in it,
/// and it has no scripts. The look's template, or the built-in one, has passed `check_template`.
[[nodiscard]] std::string summary_html(const SummaryView& view, const StatementStyle& style);

/// A statement as one page that needs nothing else: style, logo and charts stand in it, and it
/// has no scripts. The look's template, or the built-in one, has passed `check_template`.
[[nodiscard]] std::string statement_html(const StatementView& view, const StatementStyle& style);

}  // namespace focus_billing
