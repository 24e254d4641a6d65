#pragma once

#include <string>
#include <vector>

namespace focus_billing {

struct ReportColumn {
    std::string name;  ///< as it stands in CSV and JSON
    bool is_number = false;
};

/// A table of a report. An empty cell is one without a value; amounts are canonical decimals.
struct ReportTable {
    std::string name;   ///< in JSON
    std::string title;  ///< above it, as text
    std::vector<ReportColumn> columns;
    std::vector<std::vector<std::string>> rows;
};

}  // namespace focus_billing
