#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "focus_billing/model/period.hpp"
#include "focus_billing/model/periods/posting.hpp"

namespace focus_billing {

/// One version of a statement, as it was issued. Amounts are canonical decimals.
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
    std::int64_t look = 0;
    std::string substance;  ///< SHA-256 of what makes two versions differ
    std::string sha256;     ///< of its JSON
    std::string issued_at;  ///< UTC
    std::string os_user;
    std::string actor;
};

/// Which versions are asked for; what is empty stands for all.
struct StatementFilter {
    std::optional<BillingPeriod> period;
    std::string pi_email;
    std::string project_id;
    std::string currency;
    std::string number;
    std::optional<std::uint32_t> version;  ///< without it: of each statement the latest
    bool all_versions = false;
};

}  // namespace focus_billing
