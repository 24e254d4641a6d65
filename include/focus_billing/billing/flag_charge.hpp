#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "focus_billing/model/charge.hpp"
#include "focus_billing/model/config.hpp"
#include "focus_billing/model/findings.hpp"
#include "focus_billing/model/flag.hpp"

namespace focus_billing {

/// Decides which charges are held for review, and says why (FB401 to FB407). May be used by
/// several threads at once.
class ChargeFlagger {
public:
    /// `period`: the month that all charges should be billed in, if one was asked for. The
    /// patterns of the configuration must have been checked: a bad one is a std::logic_error.
    ChargeFlagger(const Config& config, std::optional<BillingPeriod> period);
    ~ChargeFlagger();
    ChargeFlagger(const ChargeFlagger&) = delete;
    ChargeFlagger& operator=(const ChargeFlagger&) = delete;

    /// `file` is named in the findings.
    [[nodiscard]] FlagSet flag(const Charge& charge, const std::string& file,
                               Findings& findings) const;

private:
    class Patterns;
    class Report;

    void flag_attributes(const Charge& charge, Report& report) const;
    void flag_patterns(const Charge& charge, Report& report) const;

    TagMapping m_mapping;
    std::optional<BillingPeriod> m_period;
    std::unique_ptr<const Patterns> m_flag_patterns;
    std::unique_ptr<const Patterns> m_fund_org_patterns;
};

/// The form in which e-mail addresses are compared: trimmed, ASCII letters small.
[[nodiscard]] std::string comparable_email(std::string_view email);

}  // namespace focus_billing
