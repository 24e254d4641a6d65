#include "focus_billing/billing/post_charges.hpp"

#include <stdexcept>
#include <unordered_map>

#include "focus_billing/model/count_and_cost.hpp"
#include "focus_billing/model/currency.hpp"
#include "focus_billing/model/rounding.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t most_known = 100'000;

// What neighbouring charges mostly have in common.
struct ShareGroup {
    std::int64_t payer = 0;
    std::int64_t import = 0;
    std::string currency;

    friend bool operator==(const ShareGroup&, const ShareGroup&) = default;
};

struct ShareGroupHash {
    std::size_t operator()(const ShareGroup& group) const {
        const auto numbers = static_cast<std::size_t>(group.payer) * 1'000'003U +
                             static_cast<std::size_t>(group.import);
        return numbers ^ std::hash<std::string>()(group.currency);
    }
};

class SharePoster {
public:
    explicit SharePoster(const SourceAccounts& accounts) : m_accounts(accounts) {}

    void add(const BilledCharge& charge) {
        for (const auto& share : shares_of(charge))
            posted_with(charge, share).add(share.cost);
    }

    std::vector<Posting> postings() const {
        std::vector<Posting> postings;
        postings.reserve(m_posted.size());
        for (const auto& [key, posted] : m_posted) {
            const int decimals = minor_unit_or_usual(key.statement.currency);
            const auto amount = rounded(posted.cost, decimals);
            postings.push_back({.key = key,
                                .charges = static_cast<std::uint64_t>(posted.count),
                                .shares = posted.cost,
                                .rounding = amount.difference(posted.cost),
                                .amount = amount});
        }
        return postings;
    }

private:
    CountAndCost& posted_with(const BilledCharge& charge, const Share& share) {
        if (m_last != nullptr && m_last_group.payer == share.payer &&
            m_last_group.import == charge.import && m_last_group.currency == charge.currency)
            return *m_last;
        m_last_group = {share.payer, charge.import, std::string(charge.currency)};
        if (m_known.size() > most_known)
            m_known.clear();
        auto [known, is_new] = m_known.try_emplace(m_last_group, nullptr);
        if (is_new) {
            known->second =
                &m_posted[posting_key(share, charge.source, charge.currency, m_accounts)];
        }
        m_last = known->second;
        return *m_last;
    }

    const SourceAccounts& m_accounts;
    std::map<PostingKey, CountAndCost> m_posted;
    std::unordered_map<ShareGroup, CountAndCost*, ShareGroupHash> m_known;
    ShareGroup m_last_group;
    CountAndCost* m_last = nullptr;
};

}  // namespace

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

SourceAccounts source_accounts(const Config& config) {
    SourceAccounts accounts;
    for (const auto& source : config.known_sources) {
        const auto& account =
            source.account_code.empty() ? config.journal.default_account : source.account_code;
        if (!account.empty())
            accounts.emplace(source.name, account);
    }
    return accounts;
}

PostingKey posting_key(const Share& share, std::string_view source, std::string_view currency,
                       const SourceAccounts& accounts) {
    const auto value = [&](Attribute attribute) {
        return std::string((*share.values)[index_of(attribute)]);
    };
    PostingKey key{.statement = {.pi_email = value(Attribute::pi_email),
                                 .project_id = value(Attribute::project_id),
                                 .currency = std::string(currency)},
                   .fund_org = value(Attribute::fund_org),
                   .source = std::string(source),
                   .account_code = value(Attribute::account_code),
                   .cost_center = value(Attribute::cost_center),
                   .reference_1 = value(Attribute::reference_1),
                   .reference_2 = value(Attribute::reference_2)};
    if (key.account_code.empty()) {
        if (const auto found = accounts.find(source); found != accounts.end())
            key.account_code = found->second;
    }
    return key;
}

PostingRules posting_rules(SourceAccounts accounts) {
    PostingRules rules;
    rules.post = [accounts](const EachBilledCharge& each) {
        SharePoster poster(accounts);
        each([&](const BilledCharge& charge) { poster.add(charge); });
        return poster.postings();
    };
    rules.accounts = std::move(accounts);
    return rules;
}

}  // namespace focus_billing
