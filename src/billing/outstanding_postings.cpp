#include "focus_billing/billing/outstanding_postings.hpp"

#include <map>
#include <stdexcept>

namespace focus_billing {

std::vector<JournalPosting> outstanding_postings(const std::vector<Posting>& postings,
                                                 const std::vector<JournalPosting>& journaled) {
    std::map<PostingKey, JournalPosting> left;
    for (const auto& posting : postings) {
        auto& entry = left[posting.key];
        entry.charges += posting.charges;
        entry.amount.add(posting.amount);
    }
    for (const auto& posting : journaled)
        left[posting.key].amount.subtract(posting.amount);
    std::vector<JournalPosting> outstanding;
    for (auto& [key, entry] : left) {
        if (entry.amount.sign() == 0)
            continue;
        entry.key = key;
        outstanding.push_back(std::move(entry));
    }
    return outstanding;
}

void set_credits(std::vector<JournalPosting>& postings, const SourceCredits& credits) {
    for (auto& posting : postings) {
        const auto credit = credits.find(posting.key.source);
        if (credit == credits.end())
            throw std::logic_error("a source that was not judged: " + posting.key.source);
        posting.credit_fund_org = credit->second.fund_org;
        posting.credit_account = credit->second.account;
    }
}

}  // namespace focus_billing
