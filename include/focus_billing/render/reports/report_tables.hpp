#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/report_table.hpp"

namespace focus_billing {

/// Tables below each other, for people; `limit` rows of each, or all (0).
[[nodiscard]] std::string report_tables_text(const std::vector<ReportTable>& tables,
                                             std::size_t limit);

/// The first table with its header, for spreadsheets.
[[nodiscard]] std::string report_table_csv(const ReportTable& table);

/// All tables, each a list of objects under its name; amounts are strings.
[[nodiscard]] std::string report_tables_json(const std::vector<ReportTable>& tables,
                                             const std::string& command);

}  // namespace focus_billing
