#pragma once

#include <map>
#include <string>
#include <unordered_map>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/charges/reattribution.hpp"
#include "focus_billing/store/charges/attributed_charge.hpp"

namespace focus_billing {

/// Adds up what finding payers anew changes.
class AttributionTally {
public:
    /// Any charge, and its flags from now on.
    void add(const AttributedCharge& charge, FlagSet flags);
    /// A charge that changes.
    void change(const AttributedCharge& charge, const AttributeTexts& before,
                const AttributeTexts& after, FlagSet flags, bool ends_decision);

    /// Adds what another one was told.
    void append(const AttributionTally& other);

    [[nodiscard]] ReattributionReport report(BillingPeriod period) const;

private:
    struct Currency {
        ChargeTally flagged_before;
        ChargeTally flagged_after;
        std::array<FlagChange, flag_count> flags;
    };

    Currency& currency_of(const AttributedCharge& charge);
    void count_flags(const AttributedCharge& charge, FlagSet flags);

    std::uint64_t m_charges = 0;
    std::uint64_t m_changed = 0;
    std::uint64_t m_ended = 0;
    std::uint64_t m_reworded = 0;
    std::map<std::string, Currency, std::less<>> m_currencies;
    std::unordered_map<std::string, PayerChange> m_payers;
    std::string m_key;
};

/// What was changed, and by which configuration, for the audit trail.
[[nodiscard]] std::string attribution_json(const ReattributionReport& report,
                                           const std::string& configuration_sha256);

}  // namespace focus_billing
