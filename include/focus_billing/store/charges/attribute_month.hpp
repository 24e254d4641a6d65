#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/audit.hpp"
#include "focus_billing/model/charges/reattribution.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/store/charges/attribute_slice.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

/// Who finds payers anew, and by which configuration.
struct AttributionRequest {
    AuditContext audit_context;
    std::string configuration;  ///< its text
};

/// Finds the payers of an open month anew, in one transaction; without `commit` nothing is changed.
/// Reversals, the charges that they take back, and what a reviewer has moved or carried keep what
/// they have. Memory does not grow with the number of charges. Throws Error FB533 to FB535 (state)
/// if the month is not open, and those of Database.
class AttributeMonth {
public:
    /// The charges are handed out in `parts`, to as many threads. Without an order it is a dry run,
    /// which needs a database for reading alone.
    AttributeMonth(Database& database, BillingPeriod period, unsigned parts,
                   const std::optional<AttributionRequest>& request);
    ~AttributeMonth();
    AttributeMonth(const AttributeMonth&) = delete;
    AttributeMonth& operator=(const AttributeMonth&) = delete;

    [[nodiscard]] std::vector<AttributeSlice>& parts();

    /// What the parts were told, when all are read.
    [[nodiscard]] ReattributionReport report() const;
    /// Makes it durable, with an entry in the audit trail; returns its number, or nothing if
    /// nothing changes.
    std::optional<std::int64_t> commit();

private:
    class Run;
    Transaction m_transaction;
    std::unique_ptr<Run> m_run;
};

}  // namespace focus_billing
