#pragma once

#include "focus_billing/model/statements/statement.hpp"
#include "focus_billing/model/statements/statement_style.hpp"
#include "focus_billing/render/statements/page_view.hpp"
#include "render/amounts_and_dates.hpp"

namespace focus_billing {

/// The charges of a statement by section, day, resource and service, unrounded, in the columns of
/// `look`. Of more than `look.detail_rows` rows the largest are shown, and a note tells of the
/// others.
[[nodiscard]] TableView details_view(const Statement& statement, const StatementStyle& style,
                                     const Money& money);

}  // namespace focus_billing
