#pragma once

#include <memory>
#include <optional>
#include <string>

#include "focus_billing/model/attribution.hpp"
#include "focus_billing/model/charge.hpp"
#include "focus_billing/model/occasion.hpp"
#include "focus_billing/model/reattribution.hpp"
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

/// The tags of a charge as they are stored.
struct StoredTags {
    std::string text;
    bool is_faulty = false;
};

/// Finds the payers of an open month anew, in one transaction; without `commit` nothing is changed.
/// Charges that are linked to others by a reviewer, and reversals, keep what they have. Memory grows
/// by a few bytes for each charge that changes. Throws Error FB533 to FB535 (state) if the month is
/// not open, and those of Database.
class AttributeMonth {
public:
    /// A dry run needs a database for reading alone.
    AttributeMonth(Database& database, BillingPeriod period, bool dry_run);
    ~AttributeMonth();
    AttributeMonth(const AttributeMonth&) = delete;
    AttributeMonth& operator=(const AttributeMonth&) = delete;

    /// False behind the last charge.
    [[nodiscard]] bool next();
    [[nodiscard]] const AttributedCharge& charge() const;
    [[nodiscard]] StoredTags tags(std::int64_t tag_set);

    /// What the charge just read is to have from now on. A charge that was decided, and whose payer or
    /// flags are others now, loses its decision and is held.
    void set(const Attribution& attribution, FlagSet flags);

    /// What `set` was told, after the last charge.
    [[nodiscard]] ReattributionReport report() const;
    /// Writes it, with an entry in the audit trail; returns its number, or nothing if nothing changes.
    std::optional<std::int64_t> commit(const Occasion& occasion, const std::string& configuration);

private:
    class Run;
    std::string m_path;
    std::unique_ptr<Run> m_run;
};

}  // namespace focus_billing
