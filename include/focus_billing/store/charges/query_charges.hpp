#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/charges/flag.hpp"
#include "focus_billing/model/charges/stored_charge.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

enum class ChargeSort : std::uint8_t { id, amount, date, pi, project, service };

/// Which charges are wanted, and in which order. What is left empty does not matter; a charge must
/// fit everything else. Sources, e-mail addresses and services are compared without case (ASCII).
struct ChargeFilter {
    std::vector<std::int64_t> charges{};    ///< only these
    std::optional<BillingPeriod> period{};  ///< the month in which it counts
    std::optional<std::int64_t> import{};
    std::string source{};
    std::string pi_email{};
    std::string project_id{};
    std::string fund_org{};
    std::string service{};
    std::optional<Flag> flag{};
    bool superseded = false;         ///< those that a revision superseded instead of live ones
    bool held = false;               ///< only charges held for review
    bool decided = false;            ///< only charges with a decision; not together with `held`
    std::optional<Decimal> above{};  ///< a billed cost of a greater magnitude than this
    std::optional<Decimal> below{};  ///< a billed cost of a smaller magnitude than this

    ChargeSort order = ChargeSort::id;  ///< charges without the value come last; then by id
    bool descending = false;
    std::optional<std::uint64_t> limit{};
};

/// Calls `on_charge` for each charge, in order, until it returns false; charges are not collected
/// in memory. Returns how many charges fit, whatever the limit. All is read from one state of the
/// database. Errors are those of Database.
std::uint64_t query_charges(const Transaction& transaction, const ChargeFilter& filter,
                            const std::function<bool(const StoredCharge&)>& on_charge);

/// The numbers of the charges that fit, in order.
[[nodiscard]] std::vector<std::int64_t> find_charges(const Transaction& transaction,
                                                     const ChargeFilter& filter);

}  // namespace focus_billing
