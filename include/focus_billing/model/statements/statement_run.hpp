#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "focus_billing/model/period_status.hpp"
#include "focus_billing/model/statements/statement_summary.hpp"

namespace focus_billing {

/// A version that a run issued in the place of another one.
struct RevisedStatement {
    std::string number;
    std::uint32_t version = 0;
    std::string currency;
    std::string due;
    std::string difference;  ///< to the version before
};

/// What is held in a month, on no statement.
struct HeldTotal {
    std::string currency;
    std::uint64_t charges = 0;
    std::string cost;
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
    bool is_part = false;  ///< of the month: it has no index and no summary
    std::vector<HeldTotal> held;  ///< by currency, in the whole month
    StatementSummary summary;
};

}  // namespace focus_billing
