#pragma once

#include <vector>

#include "focus_billing/model/statements/statement.hpp"
#include "focus_billing/render/statements/page_view.hpp"
#include "render/amounts_and_dates.hpp"

namespace focus_billing {

/// What each service comes to over all sections and kinds of lines.
[[nodiscard]] ChartView services_chart(const Statement& statement, const Money& money);

/// What the payer's statements of the last months came to.
[[nodiscard]] ChartView months_chart(const std::vector<StatementMonth>& months, const Money& money);

}  // namespace focus_billing
