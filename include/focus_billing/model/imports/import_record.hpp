#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/charges/flag.hpp"
#include "focus_billing/model/imports/delivery.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// The total of the charges of one import, period and currency. Amounts are canonical decimals.
struct ImportTotal {
    BillingPeriod period;
    std::string currency;
    std::uint64_t charges = 0;
    std::string billed;
    std::optional<std::string> list;
    std::optional<std::string> effective;
    std::uint64_t held = 0;
    std::string held_cost;
};

struct CurrencyAmount {
    std::string currency;
    std::string amount;
};

/// One file of a delivery that came with a manifest.
struct ImportedFile {
    std::string name;
    std::string sha256;
    std::uint64_t file_size = 0;
    std::uint64_t rows_read = 0;
};

/// How an import relates to one of its billing periods.
struct ImportedPeriod {
    BillingPeriod period;
    DeliveryKind kind = DeliveryKind::first;
    std::vector<std::int64_t> supersedes;       ///< imports that it replaced
    std::optional<std::int64_t> superseded_by;  ///< the import that replaced it
};

/// One ingested file as stored.
struct ImportRecord {
    std::int64_t number = 0;
    std::string source;
    std::string series;  ///< may be empty
    std::string file_name;
    std::string sha256;
    std::uint64_t file_size = 0;
    std::string cost;  ///< `billed` or `effective`: which cost is charged
    std::uint64_t rows_read = 0;
    std::uint64_t stored = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t corrected = 0;
    std::uint64_t rejected = 0;
    std::uint64_t held = 0;
    /// The audit entry of the review that moved or credited charges: then there is no file.
    std::optional<std::int64_t> review;
    std::optional<std::int64_t> mends;  ///< the import whose rejected rows it corrects
    std::optional<std::int64_t> first_charge;
    std::optional<std::int64_t> last_charge;
    std::string imported_at;  ///< UTC
    std::string os_user;
    std::optional<std::string> actor;
    std::vector<ImportTotal> totals;      ///< by period and currency
    std::vector<ImportedPeriod> periods;  ///< in order
    std::vector<CurrencyAmount> billed;   ///< of all periods, by currency
    std::vector<ImportedFile> files;      ///< in order, if it has a manifest
};

/// The number of charges with each flag, by flag number. A charge can have several flags.
using FlagCounts = std::array<std::uint64_t, flag_count>;

}  // namespace focus_billing
