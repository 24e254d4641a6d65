#pragma once

#include <string>
#include <string_view>

#include "focus_billing/model/statements/statement_summary.hpp"
#include "focus_billing/render/statements/statement_view.hpp"
#include "render/amounts_and_dates.hpp"

namespace focus_billing {

/// A table of a summary. List price and discount are left out if no row has a discount.
[[nodiscard]] TableView summary_table_view(const SummaryTable& table);

/// How amounts of a currency are shown.
[[nodiscard]] Money money_of(const std::string& currency);

/// The text of a key column: of an empty one what it means, such as `no project`.
[[nodiscard]] std::string key_text(std::string_view key, const std::string& name);

}  // namespace focus_billing
