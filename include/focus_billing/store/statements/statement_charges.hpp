#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "focus_billing/model/period.hpp"
#include "focus_billing/model/periods/posting.hpp"
#include "focus_billing/model/statements/statement_charge.hpp"

namespace focus_billing {

class Transaction;

/// The place of a charge's statement among those of a run; nothing: it is on none of them.
using PlaceStatement = std::function<std::optional<std::uint32_t>(const BilledCharge&)>;

/// Reads the billed charges of a month statement by statement, and by their numbers in each. Memory
/// does not grow with their number: their order is kept in a temporary table. Needs a transaction
/// of the caller, and one such reader at a time. Throws SQLite::Exception.
class StatedCharges {
public:
    StatedCharges(const Transaction& transaction, BillingPeriod period,
                  const PlaceStatement& place);
    StatedCharges(const StatedCharges&) = delete;
    StatedCharges& operator=(const StatedCharges&) = delete;
    ~StatedCharges();

    /// False if there is no other one.
    [[nodiscard]] bool next();
    [[nodiscard]] const StatementChargeRow& charge() const;

private:
    class Reader;
    std::unique_ptr<Reader> m_reader;
};

}  // namespace focus_billing
