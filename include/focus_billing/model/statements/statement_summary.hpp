#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "focus_billing/model/periods/posting.hpp"

namespace focus_billing {

// Amounts are canonical decimals, as in a Statement.

/// The total of all statements of a run under one heading, in one currency.
struct SummaryRow {
    std::vector<std::string> names;  ///< values of the table's key columns
    std::string currency;
    std::uint64_t statements = 0;
    std::uint64_t charges = 0;
    std::string list;
    std::string discount;
    std::string discount_percent;
    std::string due;
};

struct SummaryTable {
    std::string name;               ///< total, pi, project, source, service
    std::vector<std::string> keys;  ///< names of the key columns: pi_email, project_id ...
    std::vector<SummaryRow> rows;   ///< by currency, then the largest amount due first
};

/// One statement of a run, and its files. Paths are relative to the folder of the index, and empty
/// for a format that was not requested.
struct IndexRow {
    std::string number;  ///< empty: a draft
    std::uint32_t version = 0;
    StatementKey key;
    std::uint64_t charges = 0;
    std::string list;
    std::string discount;
    std::string due;
    bool is_new = false;  ///< issued by this run
    std::string pdf;
    std::string html;
    std::string csv;
    std::string json;
};

/// The summary of a run of `statements` for leadership: what was recovered compared with list
/// prices.
struct StatementSummary {
    std::string organization;
    std::string unit;
    std::string period;
    std::string issue_date;
    bool is_draft = false;
    std::vector<SummaryTable> tables;
    std::vector<IndexRow> index;  ///< by PI, project, currency
};

}  // namespace focus_billing
