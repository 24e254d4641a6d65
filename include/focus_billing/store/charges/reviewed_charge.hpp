#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

class Transaction;

/// What a decision on a charge has to know of it.
struct ReviewedCharge {
    std::int64_t id = 0;
    std::int64_t import_id = 0;
    BillingPeriod period;  ///< that it is billed for
    BillingPeriod home;    ///< in which it counts, unless it is carried
    std::optional<BillingPeriod> carried_into;
    bool home_is_open = true;
    bool counts_in_open = true;  ///< the month in which it counts now is open
    std::int64_t flags = 0;
    std::optional<std::int64_t> attribution;  ///< by tags and rules
    std::optional<std::int64_t> decision;     ///< that stands
    std::string verdict;                      ///< of that decision
    /// A month that is not open, in which that decision counts, for this charge or a linked one.
    std::optional<BillingPeriod> decided_in_closed;
    std::string currency;
    Decimal billed_cost;
    Decimal charged_cost;  ///< billed or effective, as its source is charged
    std::string content_hash;
    bool is_superseded = false;
    bool is_reversal = false;
    std::optional<std::int64_t> reversed_by;
    std::optional<std::int64_t> original;       ///< of a reversal: the charge that it takes back
    std::optional<std::int64_t> held_original;  ///< of a reversal: the charge, if that is held
    std::optional<std::int64_t> start;          ///< of the charge period, seconds since 1970
    /// Who pays by tags and rules, and who pays now.
    std::array<std::string, attribute_count> found_payer;
    std::array<std::string, attribute_count> payer;
    std::array<std::string, attribute_count> origins;  ///< what decided who pays now

    [[nodiscard]] bool is_held() const { return flags != 0 && !decision; }
    [[nodiscard]] BillingPeriod counts_in() const { return carried_into.value_or(home); }
};

/// Reads charges by their numbers. Throws SQLite::Exception.
class ReviewedCharges {
public:
    explicit ReviewedCharges(const Transaction& transaction);
    ~ReviewedCharges();
    ReviewedCharges(const ReviewedCharges&) = delete;
    ReviewedCharges& operator=(const ReviewedCharges&) = delete;

    /// Nothing if there is no such charge.
    [[nodiscard]] std::optional<ReviewedCharge> find(std::int64_t id);

private:
    class Statements;
    std::unique_ptr<Statements> m_statements;
};

/// A letter and twelve digits that are others once the content, the flags, the payer or the
/// decision of the charge is another.
[[nodiscard]] std::string charge_version(const ReviewedCharge& charge);

}  // namespace focus_billing
