#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "focus_billing/model/occasion.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// A change of state, as it goes into the audit trail.
struct AuditEntry {
    Occasion occasion;
    /// A verb: `import`, `open`, `close`, `reopen`, `finalize`, `issue`, `use`, `journal`, `mark`.
    std::string action;
    std::string subject;  ///< what it is done to: `import 3`, `period 2025-01`
    std::optional<std::int64_t> import_number{};
    std::optional<BillingPeriod> period{};
    std::optional<std::string> before{};  ///< JSON
    std::optional<std::string> after{};   ///< JSON
};

/// An entry as it is on record.
struct AuditRecord {
    std::int64_t sequence = 0;  ///< from 1, without gaps
    AuditEntry entry;
    std::string previous;  ///< hash of the entry before, hexadecimal; of the first one 64 zeros
    std::string hash;
};

}  // namespace focus_billing
