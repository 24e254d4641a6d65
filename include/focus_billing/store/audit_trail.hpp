#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "focus_billing/model/audit.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

/// Which entries are wanted. What is left empty does not matter.
struct AuditFilter {
    std::optional<BillingPeriod> period{};
    std::optional<std::int64_t> import{};
    std::string action{};
    std::optional<std::uint64_t> limit{};  ///< only the last so many
};

/// Calls `on_entry` for each entry, the oldest first, until it returns false; entries are not
/// collected in memory. Returns how many fit, whatever the limit. Errors are those of Database.
std::uint64_t query_audit(const Transaction& transaction, const AuditFilter& filter,
                          const std::function<bool(const AuditRecord&)>& on_entry);

}  // namespace focus_billing
