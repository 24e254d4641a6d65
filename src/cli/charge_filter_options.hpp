#pragma once

#include <string>

#include "cli/command_line.hpp"
#include "focus_billing/model/config.hpp"
#include "focus_billing/store/charges/query_charges.hpp"

namespace focus_billing {

/// Which charges are meant, as it was typed.
struct ChargeFilterOptions {
    ChargeFilter filter;
    std::string period;
    std::int64_t import = 0;
    std::string flag;
    std::string above;
    std::string below;
};

/// Declares the options by which charges are chosen.
void add_charge_filters(CommandLine command, ChargeFilterOptions& options);

/// What was meant. Throws Error (FB020, usage) for what cannot be understood.
[[nodiscard]] ChargeFilter parse_filter(const ChargeFilterOptions& options, const Config& config);

}  // namespace focus_billing
