#pragma once

#include <vector>

#include "focus_billing/model/statements/statement.hpp"
#include "focus_billing/render/statements/statement_view.hpp"
#include "render/amounts_and_dates.hpp"

namespace focus_billing {

/// What goes into the journal. Columns that are empty everywhere are left out.
[[nodiscard]] TableView postings_table(const std::vector<StatementPosting>& postings,
                                       const Money& money);

}  // namespace focus_billing
