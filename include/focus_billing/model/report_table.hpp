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
    std::string name;  ///< its name in CSV and JSON
    bool is_number = false;
};

/// A table of a report. A cell without a value is empty; amounts are canonical decimals.
struct ReportTable {
    std::string name;   ///< its name in JSON
    std::string title;  ///< heading in text output
    std::vector<ReportColumn> columns;
    std::vector<std::vector<std::string>> rows;
};

}  // namespace focus_billing
