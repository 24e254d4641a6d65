#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/audit.hpp"
#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/decimal_sum.hpp"
#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// A reviewer's verdict on a charge.
enum class Verdict : std::uint8_t {
    approve,   ///< billed to the payer found by tags and rules
    reject,    ///< billed to nobody
    reassign,  ///< billed to the payer that the reviewer names
    withdraw,  ///< the earlier decision is withdrawn
};

/// As stored in the database (except the last one), and as written in a list of decisions.
inline constexpr std::array<std::string_view, 4> verdict_names = {"approve", "reject", "reassign",
                                                                  "withdraw"};

[[nodiscard]] constexpr std::string_view name_of(Verdict verdict) {
    return verdict_names[static_cast<std::size_t>(verdict)];
}

/// The attributes that a reviewer can set.
inline constexpr std::size_t payer_attribute_count = 7;

/// A request to decide on one charge.
struct DecisionRequest {
    std::int64_t charge = 0;
    Verdict verdict = Verdict::approve;
    /// The payer for `reassign`: what is not given stays unchanged, an empty text removes the
    /// value.
    std::array<std::optional<std::string>, payer_attribute_count> payer{};
    std::string note{};
    /// The `charge_version` of the charge when it was listed; empty: not known.
    std::string seen_version{};
    std::uint64_t line = 0;  ///< of the list of decisions; 0: not from a list
};

/// How a decision is billed.
enum class DecisionEffect : std::uint8_t {
    in_place,  ///< the month of the charge is open
    carried,   ///< held when its month was closed, billed in an open month
    moved,     ///< from a closed month: a reversal and a copy are billed in an open one
};

/// The total of decisions with the same verdict, effect, months and currency.
struct DecisionTotal {
    Verdict verdict = Verdict::approve;
    DecisionEffect effect = DecisionEffect::in_place;
    BillingPeriod period;     ///< in which the charges counted before
    BillingPeriod billed_in;  ///< in which they count afterwards
    std::string currency;
    std::uint64_t charges = 0;
    DecimalSum cost;  ///< billed or effective, as the sources are charged
};

/// What a review did, or would do. If anything is refused, nothing is done.
struct DecisionReport {
    bool dry_run = false;
    std::vector<DecisionTotal> totals;
    std::vector<Diagnostic> refusals;
    std::vector<Diagnostic> warnings;
    std::uint64_t unchanged = 0;  ///< requests that were carried out before
    std::optional<std::int64_t> audit_entry;

    [[nodiscard]] std::uint64_t charges() const {
        std::uint64_t count = 0;
        for (const auto& total : totals)
            count += total.charges;
        return count;
    }
};

}  // namespace focus_billing
