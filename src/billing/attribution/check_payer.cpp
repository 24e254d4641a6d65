#include "focus_billing/billing/attribution/check_payer.hpp"

#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

Diagnostic refusal(const DecisionOrder& order, const std::string& place, std::string message,
                   const std::string& value, std::string help) {
    return make_diagnostic(571, {.file = place, .line = order.line, .column = 0},
                           std::move(message), value, std::move(help));
}

const std::string* value_of(const DecisionOrder& order, Attribute attribute) {
    const auto& value = order.payer.at(index_of(attribute));
    return value && !trimmed(*value).empty() ? &*value : nullptr;
}

}  // namespace

PayerCheck::PayerCheck(const Config& config)
    : m_fund_orgs(config.review.fund_org_patterns, PatternSet::Place::whole),
      m_account_codes(config.review.account_code_patterns, PatternSet::Place::whole) {}

std::optional<Diagnostic> PayerCheck::check(const DecisionOrder& order,
                                            const std::string& place) const {
    if (order.verdict != Verdict::reassign)
        return std::nullopt;
    if (const auto* email = value_of(order, Attribute::pi_email);
        email != nullptr && email->find('@') == std::string::npos) {
        return refusal(order, place, "pi_email is not an e-mail address", *email,
                       "write it as ada@example.edu");
    }
    if (const auto* fund_org = value_of(order, Attribute::fund_org);
        fund_org != nullptr && !m_fund_orgs.empty() && !m_fund_orgs.matches(trimmed(*fund_org))) {
        return refusal(order, place, "fund_org has not the form of one", *fund_org,
                       "review.fund_org_patterns asks for " + m_fund_orgs.list());
    }
    if (const auto* account = value_of(order, Attribute::account_code);
        account != nullptr && !m_account_codes.empty() &&
        !m_account_codes.matches(trimmed(*account))) {
        return refusal(order, place, "account_code has not the form of one", *account,
                       "review.account_code_patterns asks for " + m_account_codes.list());
    }
    return std::nullopt;
}

}  // namespace focus_billing
