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
