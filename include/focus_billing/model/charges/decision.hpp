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

/// What a reviewer says of a charge.
enum class Verdict : std::uint8_t {
    approve,   ///< it is billed to whom tags and rules name
    reject,    ///< it is billed to nobody
    reassign,  ///< it is billed to whom the reviewer names
    withdraw,  ///< what was decided of it does not stand any more
};

/// As they stand in the database, but for the last one; and in a list of decisions.
inline constexpr std::array<std::string_view, 4> verdict_names = {"approve", "reject", "reassign",
                                                                  "withdraw"};

[[nodiscard]] constexpr std::string_view name_of(Verdict verdict) {
    return verdict_names[static_cast<std::size_t>(verdict)];
}

/// The attributes that a reviewer can set.
inline constexpr std::size_t payer_attribute_count = 7;

/// What is to be decided of one charge.
struct DecisionRequest {
    std::int64_t charge = 0;
    Verdict verdict = Verdict::approve;
    /// Who pays, of `reassign`: what is not given stays as it is, an empty text takes it away.
    std::array<std::optional<std::string>, payer_attribute_count> payer{};
    std::string note{};
    /// Version of the charge when it was listed; empty: not known. See `charge_version`.
    std::string seen_version{};
    std::uint64_t line = 0;  ///< of the list of decisions; 0: there was none
};

/// How a decision is billed.
enum class DecisionEffect : std::uint8_t {
    in_place,  ///< the month of the charge is open
    carried,   ///< it was held when its month was closed, and is billed in an open month
    moved,     ///< its month is closed: a reversal and a copy are billed in an open month
};

/// What decisions come to, of one verdict, way, months and currency.
struct DecisionTotal {
    Verdict verdict = Verdict::approve;
    DecisionEffect effect = DecisionEffect::in_place;
    BillingPeriod period;     ///< in which the charges count before
    BillingPeriod billed_in;  ///< in which what is decided counts
    std::string currency;
    std::uint64_t charges = 0;
    DecimalSum cost;  ///< billed or effective, as the sources are charged
};

/// What a review did, or would do. If anything is refused, nothing was done.
struct DecisionReport {
    bool dry_run = false;
    std::vector<DecisionTotal> totals;
    std::vector<Diagnostic> refusals;
    std::vector<Diagnostic> warnings;
    std::uint64_t unchanged = 0;  ///< orders that were carried out before
    std::optional<std::int64_t> audit_entry;

    [[nodiscard]] std::uint64_t charges() const {
        std::uint64_t count = 0;
        for (const auto& total : totals)
            count += total.charges;
        return count;
    }
};

}  // namespace focus_billing
