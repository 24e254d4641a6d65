#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/period.hpp"
#include "focus_billing/model/periods/posting.hpp"
#include "focus_billing/model/statements/statement_summary.hpp"

namespace focus_billing {

/// A version that a run issued to replace another one.
struct RevisedStatement {
    std::string number;
    std::uint32_t version = 0;
    std::string currency;
    std::string due;
    std::string difference;  ///< from the previous version
};

/// What is held in a month and on no statement.
struct HeldTotal {
    std::string currency;
    std::uint64_t charges = 0;
    std::string cost;
};

/// The result of a run of `statements`.
struct StatementRun {
    std::string period;
    PeriodStatus status = PeriodStatus::open;
    bool issues = false;
    std::string issue_date;
    std::string folder;
    std::string forms;  ///< `pdf, html, csv, json`
    std::uint64_t first_versions = 0;
    std::int64_t first_issued = 0;  ///< id of the first issued version; 0: none
    std::uint64_t unchanged = 0;
    std::vector<RevisedStatement> revised;
    bool is_part = false;         ///< only part of the month: without index and summary
    std::vector<HeldTotal> held;  ///< by currency, in the whole month
    StatementSummary summary;
};

/// One version of a statement as issued. Amounts are canonical decimals.
struct IssuedStatement {
    std::int64_t id = 0;         ///< of the version
    std::int64_t statement = 0;  ///< of the statement
    std::string number;          ///< `2025-01-0007`
    std::uint32_t version = 0;
    bool is_latest = true;
    BillingPeriod period;
    StatementKey key;
    std::string issue_date;
    std::uint64_t charges = 0;
    std::string list;
    std::string due;
    std::int64_t style = 0;
    std::string fingerprint;  ///< SHA-256 of what makes two versions differ
    std::string sha256;       ///< of its JSON
    std::string issued_at;    ///< UTC
    std::string os_user;
    std::string actor;
};

/// Selects versions; an empty field means all.
struct StatementFilter {
    std::optional<BillingPeriod> period;
    std::string pi_email;
    std::string project_id;
    std::string currency;
    std::string number;
    std::optional<std::uint32_t> version;  ///< unset: the latest of each statement
    bool all_versions = false;
};

}  // namespace focus_billing
