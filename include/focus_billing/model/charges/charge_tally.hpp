#pragma once

#include <cstdint>

#include "focus_billing/model/decimal_sum.hpp"

namespace focus_billing {

/// Charges counted and added up, and the held ones of them.
struct ChargeTally {
    std::uint64_t charges = 0;
    std::uint64_t held = 0;
    DecimalSum cost;
    DecimalSum held_cost;

    void add(const Decimal& billed, bool is_held) {
        ++charges;
        cost.add(billed);
        if (is_held) {
            ++held;
            held_cost.add(billed);
        }
    }
    void append(const ChargeTally& other) {
        charges += other.charges;
        held += other.held;
        cost.add(other.cost);
        held_cost.add(other.held_cost);
    }
    void subtract(const ChargeTally& other) {
        charges -= other.charges;
        held -= other.held;
        cost.subtract(other.cost);
        held_cost.subtract(other.held_cost);
    }
};

}  // namespace focus_billing
