#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/audit.hpp"
#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/charges/charge.hpp"
#include "focus_billing/model/charges/reattribution.hpp"
#include "focus_billing/store/database.hpp"

namespace focus_billing {

/// A stored charge of a month, as rules see it. Views live until the next one is read.
struct AttributedCharge {
    std::int64_t id = 0;
    std::string_view source;
    Charge charge;  ///< without its tags
    std::optional<std::int64_t> tag_set;
    FlagSet flags;
    std::optional<std::int64_t> attribution;
    bool is_decided = false;
};

/// Some of the charges of a month, read by a connection of their own. One serves one thread.
class AttributeSlice {
public:
    class Run;

    AttributeSlice(std::string path, std::unique_ptr<Run> run);
    AttributeSlice(AttributeSlice&&) noexcept;
    AttributeSlice& operator=(AttributeSlice&&) = delete;
    ~AttributeSlice();

    /// False behind the last charge.
    [[nodiscard]] bool next();
    [[nodiscard]] const AttributedCharge& charge() const;
    /// The text of tags as they are stored.
    [[nodiscard]] std::string tags(std::int64_t tag_set);

    /// What the charge just read is to have from now on. A charge that was decided, and whose payer
    /// or flags are others now, loses its decision and is held.
    void set(const Attribution& attribution, FlagSet flags);

private:
    friend class AttributeMonth;
    std::string m_path;
    std::unique_ptr<Run> m_run;
};

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
    std::string m_path;
    std::unique_ptr<Run> m_run;
};

}  // namespace focus_billing
