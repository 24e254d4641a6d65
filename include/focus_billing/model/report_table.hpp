#pragma once

#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// Months in which charges count, both included; what is not given has no end.
struct ReportMonths {
    std::optional<BillingPeriod> from;
    std::optional<BillingPeriod> to;

    [[nodiscard]] bool contain(BillingPeriod period) const {
        return (!from || *from <= period) && (!to || period <= *to);
    }
};

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
