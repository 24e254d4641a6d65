#include "focus_billing/billing/attribution/check_payer.hpp"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <new>
#include <stdexcept>

#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

re2::StringPiece string_piece(std::string_view text) {
    return {text.data(), text.size()};
}

Diagnostic refusal(const DecisionRequest& request, const std::string& place, std::string message,
                   const std::string& value, std::string help) {
    return make_diagnostic(571, {.file = place, .line = request.line, .column = 0},
                           std::move(message), value, std::move(help));
}

const std::string* value_of(const DecisionRequest& request, Attribute attribute) {
    const auto& value = request.payer.at(index_of(attribute));
    return value && !trimmed(*value).empty() ? &*value : nullptr;
}

}  // namespace

class PatternSet::Compiled {
public:
    Compiled(const std::vector<std::string>& patterns, Place place)
        : m_set(RE2::Quiet, place == Place::whole ? RE2::ANCHOR_BOTH : RE2::UNANCHORED) {
        for (const auto& pattern : patterns) {
            if (m_set.Add(pattern, nullptr) < 0)
                throw std::logic_error("a pattern that was not checked: " + pattern);
        }
        if (!patterns.empty() && !m_set.Compile())
            throw std::bad_alloc();
    }

    [[nodiscard]] const RE2::Set& set() const { return m_set; }

private:
    RE2::Set m_set;
};

PatternSet::PatternSet(const std::vector<std::string>& patterns, Place place)
    : m_patterns(patterns), m_compiled(std::make_unique<const Compiled>(patterns, place)) {}

PatternSet::~PatternSet() = default;

const std::string* PatternSet::first_match(std::string_view text) const {
    std::vector<int> matches;
    if (!m_compiled->set().Match(string_piece(text), &matches))
        return nullptr;
    return &m_patterns[static_cast<std::size_t>(*std::ranges::min_element(matches))];
}

bool PatternSet::matches(std::string_view text) const {
    return m_compiled->set().Match(string_piece(text), nullptr);
}

std::string PatternSet::list() const {
    std::string text;
    for (const auto& pattern : m_patterns)
        text += (text.empty() ? "" : " or ") + pattern;
    return text;
}

PayerCheck::PayerCheck(const Config& config)
    : m_fund_orgs(config.review.fund_org_patterns, PatternSet::Place::whole),
      m_account_codes(config.review.account_code_patterns, PatternSet::Place::whole) {}

std::optional<Diagnostic> PayerCheck::check(const DecisionRequest& request,
                                            const std::string& place) const {
    if (request.verdict != Verdict::reassign)
        return std::nullopt;
    if (const auto* email = value_of(request, Attribute::pi_email);
        email != nullptr && email->find('@') == std::string::npos) {
        return refusal(request, place, "pi_email is not an e-mail address", *email,
                       "write it as ada@example.edu");
    }
    if (const auto* fund_org = value_of(request, Attribute::fund_org);
        fund_org != nullptr && !m_fund_orgs.empty() && !m_fund_orgs.matches(trimmed(*fund_org))) {
        return refusal(request, place, "fund_org has not the form of one", *fund_org,
                       "review.fund_org_patterns asks for " + m_fund_orgs.list());
    }
    if (const auto* account = value_of(request, Attribute::account_code);
        account != nullptr && !m_account_codes.empty() &&
        !m_account_codes.matches(trimmed(*account))) {
        return refusal(request, place, "account_code has not the form of one", *account,
                       "review.account_code_patterns asks for " + m_account_codes.list());
    }
    return std::nullopt;
}

}  // namespace focus_billing
