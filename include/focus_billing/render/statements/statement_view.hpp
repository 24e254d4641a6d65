#pragma once

#include "focus_billing/model/statements/statement.hpp"
#include "focus_billing/model/statements/statement_style.hpp"
#include "focus_billing/model/statements/statement_summary.hpp"
#include "focus_billing/render/statements/page_view.hpp"

namespace focus_billing {

/// `style` gives the title, the texts and the columns.
[[nodiscard]] StatementView statement_view(const Statement& statement, const StatementStyle& style);

/// The same of the statements of a month.
[[nodiscard]] SummaryView summary_view(const StatementSummary& summary,
                                       const StatementStyle& style);

}  // namespace focus_billing
