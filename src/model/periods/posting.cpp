#include "focus_billing/model/periods/posting.hpp"

#include <map>

namespace focus_billing {

std::vector<PostedTotal> posted_totals(const std::vector<Posting>& postings) {
    std::map<std::string, PostedTotal> by_currency;
    const StatementKey* last = nullptr;
    for (const auto& posting : postings) {
        const auto& key = posting.key.statement;
        PostedTotal& total = by_currency[key.currency];
        total.currency = key.currency;
        ++total.postings;
        total.statements += last == nullptr || *last != key ? 1U : 0U;
        total.charges += posting.charges;
        total.shares.add(posting.shares);
        total.rounding.add(posting.rounding);
        total.amount.add(posting.amount);
        last = &key;
    }
    std::vector<PostedTotal> totals;
    for (auto& [currency, total] : by_currency)
        totals.push_back(std::move(total));
    return totals;
}

}  // namespace focus_billing
