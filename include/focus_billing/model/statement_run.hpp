#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "focus_billing/model/period_status.hpp"
#include "focus_billing/model/statement_summary.hpp"

namespace focus_billing {

/// A version that a run issued in the place of another one.
struct RevisedStatement {
    std::string number;
    std::uint32_t version = 0;
    std::string currency;
    std::string due;
    std::string difference;  ///< to the version before
};

/// What a run of `statements` did.
struct StatementRun {
    std::string period;
    PeriodStatus status = PeriodStatus::open;
    bool issues = false;
    std::string issue_date;
    std::string folder;
    std::string forms;  ///< `pdf, html, csv, json`
    std::uint64_t first_versions = 0;
    std::int64_t first_issued = 0;  ///< id of the first version that it issued; 0: none
    std::uint64_t unchanged = 0;
    std::vector<RevisedStatement> revised;
    StatementSummary summary;
};

}  // namespace focus_billing
