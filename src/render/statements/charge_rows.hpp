#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/format/json.hpp"
#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/model/statements/statement.hpp"

namespace focus_billing {

/// What a row of a record's charges consists of, in this order.
inline constexpr std::array<std::string_view, 18> charge_row_columns = {
    "id",          "section",       "kind",        "period",    "day",      "service",
    "resource_id", "resource_name", "description", "region",    "quantity", "unit",
    "list",        "amount",        "source",      "import_id", "line",     "corrects"};

/// The text of `head`, an object with members, indented, and with the member `"charges"` as its
/// last: each charge on a line of its own. Takes little more memory than the text itself.
[[nodiscard]] std::string with_charges(const Json& head,
                                       const std::vector<StatementCharge>& charges);

/// The charge of a row. Refuses what append_charges() does not write (FB710).
[[nodiscard]] StatementCharge read_charge_row(const JsonValue& row);

}  // namespace focus_billing
