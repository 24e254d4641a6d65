#include "focus_billing/model/convert/conversion_report.hpp"

#include <algorithm>

namespace focus_billing {

namespace {

std::string payer_of(const FocusRow& row, const std::vector<std::string>& keys) {
    std::string payer;
    for (const auto& key : keys) {
        const auto tag = std::ranges::find(row.tags, key, &FocusTag::first);
        if (tag != row.tags.end())
            payer += (payer.empty() ? "" : " ") + tag->second;
    }
    return payer;
}

}  // namespace

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

void ConversionReport::add(const FocusRow& row, const std::vector<std::string>& payer_keys) {
    using enum FocusText;
    ++rows;
    const auto& currency = row[billing_currency];
    costs[currency].list.add(row.list_cost);
    costs[currency].billed.add(row.billed_cost);
    auto& group =
        groups[{.payer = payer_of(row, payer_keys),
                .service = row[service_name],
                .account = row[sub_account_id].empty() ? row[resource_id] : row[sub_account_id],
                .unit = row[consumed_unit],
                .currency = currency}];
    ++group.rows;
    group.quantity.add(row.consumed_quantity.value_or(Decimal{}));
    group.list.add(row.list_cost);
    group.billed.add(row.billed_cost);
}

}  // namespace focus_billing
