#include "focus_billing/billing/source_credits.hpp"

#include <stdexcept>

namespace focus_billing {

SourceCredits source_credits(const Config& config) {
    SourceCredits credits;
    for (const auto& source : config.known_sources) {
        std::string account = source.credit_account_code;
        if (account.empty())
            account = source.account_code;
        if (account.empty())
            account = config.journal.default_account;
        credits.emplace(source.name, SourceCredit{source.fund_org, std::move(account)});
    }
    return credits;
}

void set_credits(std::vector<JournalPosting>& postings, const SourceCredits& credits) {
    for (auto& posting : postings) {
        if (!posting.credit_fund_org.empty())
            continue;
        const auto credit = credits.find(posting.key.source);
        if (credit == credits.end())
            throw std::logic_error("a source that was not judged: " + posting.key.source);
        posting.credit_fund_org = credit->second.fund_org;
        posting.credit_account = credit->second.account;
    }
}

}  // namespace focus_billing
