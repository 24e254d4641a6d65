#include "focus_billing/billing/source_credits.hpp"

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

}  // namespace focus_billing
