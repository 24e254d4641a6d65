#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/statements/statement.hpp"
#include "focus_billing/render/statements/statement_view.hpp"
#include "render/amounts_and_dates.hpp"

namespace focus_billing {

/// The lines of a section with their total. List price and discount are left out if no line has a
/// discount.
[[nodiscard]] TableView lines_table(const StatementSection& section, const Money& money);

/// `744 Hours`, `744`.
[[nodiscard]] std::string shown_quantity(std::string_view amount, std::string_view unit);

}  // namespace focus_billing
