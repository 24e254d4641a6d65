#include "focus_billing/model/journals/outstanding_postings.hpp"

#include <map>

namespace focus_billing {

std::vector<JournalPosting> outstanding_postings(const std::vector<Posting>& postings,
                                                 const std::vector<JournalPosting>& journaled) {
    std::map<PostingKey, JournalPosting> left;
    for (const auto& posting : postings) {
        auto& entry = left[posting.key];
        entry.charges += posting.charges;
        entry.amount.add(posting.amount);
    }
    for (const auto& posting : journaled) {
        if (posting.amount.sign() == 0)
            continue;
        auto& entry = left[posting.key];
        entry.amount.subtract(posting.amount);
        entry.credit_fund_org = posting.credit_fund_org;
        entry.credit_account = posting.credit_account;
    }
    std::vector<JournalPosting> outstanding;
    for (auto& [key, entry] : left) {
        if (entry.amount.sign() == 0)
            continue;
        entry.key = key;
        outstanding.push_back(std::move(entry));
    }
    return outstanding;
}

}  // namespace focus_billing
