#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/imports/import_record.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

/// Which imports are wanted: of one source (without case), or with charges of one period.
struct ImportFilter {
    std::string source{};
    std::optional<BillingPeriod> period{};
};

/// In the order in which they were made.
[[nodiscard]] std::vector<ImportRecord> query_imports(const Transaction& transaction,
                                                      const ImportFilter& filter);

/// An import and how its charges are flagged.
struct ImportDetail {
    ImportRecord import;
    FlagCounts flags{};
};

/// Throws Error FB508 (state) if there is no import of this number.
[[nodiscard]] ImportDetail query_import(const Transaction& transaction, std::int64_t number);

}  // namespace focus_billing
