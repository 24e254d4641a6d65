#include "focus_billing/billing/journals/journal_blockers.hpp"

#include <re2/re2.h>

#include <set>
#include <stdexcept>

#include "focus_billing/format/timestamp.hpp"

namespace focus_billing {

namespace {

ChargeTime time_of(const std::string& day) {
    const auto date = parse_timestamp(day);
    if (!date)
        throw std::logic_error("no day: " + day);
    return {date->instant, date->end_of_day()};
}

class JournalJudge {
public:
    JournalJudge(const JournalRules& rules, const std::string& day, const std::string& path)
        : m_rules(rules), m_day(day), m_time(time_of(day)), m_path(path) {}

    std::vector<Diagnostic> check(const std::vector<PostingKey>& postings) {
        for (const auto& key : postings) {
            check_source(key.source);
            check_fund_org(key.fund_org, "of " + key.statement.pi_email);
            check_account(key.account_code, key.source);
        }
        return std::move(m_refusals);
    }

private:
    void refuse(int code, std::string message, std::string value, std::string help) {
        m_refusals.push_back(make_diagnostic(code, {.file = m_path, .line = 0, .column = 0},
                                             std::move(message), std::move(value),
                                             std::move(help)));
    }

    void check_source(const std::string& name) {
        if (!m_sources.insert(name).second)
            return;
        const auto found = m_rules.credits.find(name);
        if (found == m_rules.credits.end()) {
            return refuse(801,
                          "the source " + name +
                              " is not in the configuration, and cannot be "
                              "credited",
                          {}, "add it to imports.known_sources, with its fund_org");
        }
        const auto& credit = found->second;
        if (credit.fund_org.empty()) {
            refuse(801, "the source " + name + " has no fund_org to credit", {},
                   "set it in imports.known_sources: fund_org: IT-" + name);
        } else {
            check_fund_org(credit.fund_org, "that the source " + name + " is credited at");
        }
        if (credit.account.empty()) {
            refuse(802, "the source " + name + " has no account to credit", {},
                   "set its credit_account_code or account_code in imports.known_sources, or "
                   "journal.default_account");
        } else {
            check_account(credit.account, name);
        }
    }

    void check_fund_org(const std::string& fund_org, const std::string& whose) {
        if (!m_fund_orgs.insert(fund_org).second)
            return;
        if (fund_org.empty()) {
            refuse(803, "charges " + whose + " have no fund_org", {},
                   "reopen the month, and name it by a tag, a rule or a default of the source");
        } else if (!m_rules.fund_orgs.find(fund_org)) {
            refuse(803, "journal.fund_org_regex does not match the fund_org " + whose, fund_org,
                   "mend the fund_org where it is set, or the regular expression");
        }
        if (!m_rules.directory.fund_org_flags(fund_org, m_time).empty()) {
            refuse(804, "the fund_org " + whose + " cannot be charged on " + m_day, fund_org,
                   "the directory says so: mend it, reassign the charges, or give another --date");
        }
    }

    void check_account(const std::string& account, const std::string& source) {
        if (account.empty()) {
            if (m_without_account.insert(source).second) {
                refuse(802, "charges of " + source + " have no account", {},
                       "set account_code of the source in imports.known_sources, or "
                       "journal.default_account, and close the month with it");
            }
            return;
        }
        if (!m_accounts.insert(account).second || m_rules.accounts.empty() ||
            m_rules.accounts.matches(account))
            return;
        refuse(805, "journal.account_code_regex does not match an account of " + source, account,
               "mend the account where it is set, or the regular expression");
    }

    const JournalRules& m_rules;
    const std::string& m_day;
    ChargeTime m_time;
    const std::string& m_path;
    std::set<std::string> m_sources;
    std::set<std::string> m_fund_orgs;
    std::set<std::string> m_accounts;
    std::set<std::string> m_without_account;
    std::vector<Diagnostic> m_refusals;
};

}  // namespace

struct FundOrgParts::Pattern {
    explicit Pattern(const std::string& text) : regex(text, re2::RE2::Quiet) {
        if (!regex.ok())
            throw std::logic_error("a pattern that was not checked: " + text);
    }

    [[nodiscard]] bool match(std::string_view text, std::vector<re2::StringPiece>& found) const {
        found.resize(static_cast<std::size_t>(regex.NumberOfCapturingGroups()) + 1);
        return regex.Match(re2::StringPiece(text.data(), text.size()), 0, text.size(),
                           re2::RE2::ANCHOR_BOTH, found.data(), static_cast<int>(found.size()));
    }

    re2::RE2 regex;
};

FundOrgParts::FundOrgParts(const std::vector<std::string>& patterns) {
    for (const auto& pattern : patterns)
        m_patterns.push_back(std::make_unique<const Pattern>(pattern));
}

FundOrgParts::~FundOrgParts() = default;
FundOrgParts::FundOrgParts(FundOrgParts&&) noexcept = default;

std::optional<std::map<std::string, std::string>>
FundOrgParts::find(std::string_view fund_org) const {
    std::map<std::string, std::string> parts;
    if (m_patterns.empty()) {
        parts.emplace("fund", fund_org);
        return parts;
    }
    std::vector<re2::StringPiece> found;
    for (const auto& pattern : m_patterns) {
        if (!pattern->match(fund_org, found))
            continue;
        for (const auto& [name, group] : pattern->regex.NamedCapturingGroups()) {
            const auto& part = found[static_cast<std::size_t>(group)];
            parts.emplace(name, std::string(part.data(), part.size()));
        }
        return parts;
    }
    return std::nullopt;
}

JournalRules::JournalRules(const Config& config, Directory known)
    : credits(source_credits(config)), fund_orgs(config.journal.fund_org_regexes),
      accounts(config.journal.account_code_regexes, PatternSet::Place::whole),
      directory(std::move(known)) {}

std::vector<Diagnostic> journal_blockers(const std::vector<PostingKey>& postings,
                                         const JournalRules& rules, const std::string& day,
                                         const std::string& path) {
    return JournalJudge(rules, day, path).check(postings);
}

}  // namespace focus_billing
