#pragma once

#include <cstdint>
#include <string>

#include "focus_billing/model/charges/stored_charge.hpp"

namespace focus_billing {

/// A list of charges as text, written as the charges come: memory does not grow with their number.
class ChargeList {
public:
    ChargeList() = default;
    ChargeList(const ChargeList&) = delete;
    ChargeList& operator=(const ChargeList&) = delete;
    virtual ~ChargeList() = default;

    /// Each returns the text that is to be written next.
    [[nodiscard]] virtual std::string begin() = 0;
    [[nodiscard]] virtual std::string add(const StoredCharge& charge) = 0;
    /// `all`: how many charges there are, of which those shown may be only the first.
    [[nodiscard]] virtual std::string end(std::uint64_t all) = 0;
};

}  // namespace focus_billing
