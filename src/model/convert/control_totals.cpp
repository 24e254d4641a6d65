#include "focus_billing/model/convert/control_totals.hpp"

#include <algorithm>

namespace focus_billing {

bool ControlTotal::is_balanced() const {
    DecimalSum rest = in.amount;
    for (const auto& part : parts)
        rest.subtract(part.amount);
    return rest.sign() == 0;
}

ControlTotal& ControlTotals::total(std::string_view quantity) {
    const auto found = std::ranges::find(m_totals, quantity, &ControlTotal::quantity);
    if (found != m_totals.end())
        return *found;
    m_totals.emplace_back();
    m_totals.back().quantity = quantity;
    m_totals.back().in.name = "in";
    return m_totals.back();
}

void ControlTotals::add_in(std::string_view quantity, const Decimal& amount,
                           std::uint64_t records) {
    auto& in = total(quantity).in;
    in.amount.add(amount);
    in.records += records;
}

void ControlTotals::add_part(std::string_view quantity, std::string_view part,
                             const Decimal& amount, std::uint64_t records) {
    auto& parts = total(quantity).parts;
    auto found = std::ranges::find(parts, part, &TalliedPart::name);
    if (found == parts.end()) {
        found = parts.emplace(parts.end());
        found->name = part;
    }
    found->amount.add(amount);
    found->records += records;
}

}  // namespace focus_billing
