#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/statements/statement.hpp"
#include "focus_billing/render/statements/page_view.hpp"
#include "render/amounts_and_dates.hpp"

namespace focus_billing {

/// What goes into the journal. Columns that are empty everywhere are left out.
[[nodiscard]] TableView postings_table(const std::vector<StatementPosting>& postings,
                                       const Money& money);

/// What charges are about, in words. `period` is the month that they come from, or empty; `amount`
/// a canonical decimal, whose sign tells to which side a transfer goes.
[[nodiscard]] std::string line_label(LineKind kind, std::string_view service,
                                     std::string_view period, std::string_view amount);

/// The name of a service, for charts.
[[nodiscard]] std::string service_label(std::string_view service);

/// `Fund/org 123456-7890`, `No fund/org`.
[[nodiscard]] std::string section_title(std::string_view fund_org);

/// The lines of a section with their total. List price and discount are left out if no line has a
/// discount.
[[nodiscard]] TableView lines_table(const StatementSection& section, const Money& money);

/// `744 Hours`, `744`.
[[nodiscard]] std::string shown_quantity(std::string_view amount, std::string_view unit);

}  // namespace focus_billing
