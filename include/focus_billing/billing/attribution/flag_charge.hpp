#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/charges/charge.hpp"
#include "focus_billing/model/charges/flag.hpp"
#include "focus_billing/model/config.hpp"
#include "focus_billing/model/findings.hpp"

namespace focus_billing {

class PatternSet;

/// Decides which charges are held for review, and says why (FB401 to FB407, FB410 to FB414).
/// Several threads may use it at once.
class ChargeFlagger {
public:
    /// `period`: the month that all charges should be billed in, if one was asked for. The patterns
    /// of the configuration must be valid: throws std::logic_error for a bad one.
    ChargeFlagger(const Config& config, std::optional<BillingPeriod> period);
    ~ChargeFlagger();
    ChargeFlagger(const ChargeFlagger&) = delete;
    ChargeFlagger& operator=(const ChargeFlagger&) = delete;

    /// The flags of `attribution`, and those found here. Findings name `file`.
    [[nodiscard]] FlagSet flag(const Charge& charge, const Attribution& attribution,
                               const std::string& file, Findings& findings) const;

private:
    class Report;

    void flag_tags(const Charge& charge, const Attribution& attribution, Report& report) const;
    void flag_missing(const Charge& charge, const Attribution& attribution, Report& report) const;
    void flag_form(const Attribution& attribution, Report& report) const;
    void flag_times(const Attribution& attribution, Report& report) const;
    static void word_ended_pi(const Attribution& attribution, Report& report);
    void flag_patterns(const Charge& charge, Report& report) const;

    TagMapping m_mapping;
    bool m_has_only_tags;
    std::optional<BillingPeriod> m_period;
    std::unique_ptr<const PatternSet> m_flag_patterns;
    std::unique_ptr<const PatternSet> m_fund_org_patterns;
    std::unique_ptr<const PatternSet> m_account_code_patterns;
};

}  // namespace focus_billing
