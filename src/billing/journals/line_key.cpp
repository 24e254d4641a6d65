#include "focus_billing/billing/journals/line_key.hpp"

#include <algorithm>

#include "focus_billing/format/sha256.hpp"

namespace focus_billing {

namespace {

constexpr std::string_view digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t length = 8;
constexpr unsigned bits_of_digit = 5;

std::string hashed_text(const std::string& period, Party party, const PostingKey& key,
                        unsigned attempt) {
    std::string text = std::to_string(attempt);
    for (const auto& part : {period, std::string(party_names[static_cast<std::size_t>(party)]),
                             key.statement.currency, key.fund_org, key.account_code, key.source,
                             key.statement.pi_email, key.statement.project_id})
        text += std::to_string(part.size()) + ":" + part;
    return text;
}

std::string reference_of(std::string_view text) {
    Sha256Hasher hasher;
    hasher.update(text);
    const auto hash = hasher.finish();
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i)
        number = number << 8U | hash[i];
    std::string reference;
    for (std::size_t i = 0; i < length; ++i, number >>= bits_of_digit)
        reference += digits[number % digits.size()];
    return reference;
}

bool has(const std::vector<LinePart>& lines, LinePart part) {
    return std::ranges::find(lines, part) != lines.end();
}

PostingKey summary_key(const PostingKey& key) {
    return {.statement = {.pi_email = {}, .project_id = {}, .currency = key.statement.currency},
            .fund_org = key.fund_org,
            .source = key.source,
            .account_code = key.account_code,
            .cost_center = {},
            .reference_1 = {},
            .reference_2 = {}};
}

}  // namespace

const std::string& LineReferences::find(Party party, const PostingKey& key) {
    const auto [place, is_new] = m_references.try_emplace({party, key});
    for (unsigned attempt = 0; is_new && place->second.empty(); ++attempt) {
        auto reference = reference_of(hashed_text(m_period, party, key, attempt));
        if (m_lines.try_emplace(reference, place->first).second)
            place->second = std::move(reference);
    }
    return place->second;
}

PostingKey line_key(const PostingKey& key, const std::vector<LinePart>& lines, LineDetail detail) {
    if (detail == LineDetail::postings)
        return key;
    auto result = summary_key(key);
    if (detail == LineDetail::summary)
        return result;
    const bool by_statement = has(lines, LinePart::statement);
    if (by_statement || has(lines, LinePart::pi_email))
        result.statement.pi_email = key.statement.pi_email;
    if (by_statement || has(lines, LinePart::project_id))
        result.statement.project_id = key.statement.project_id;
    return result;
}

PostingKey source_key(const JournalPosting& posting) {
    auto key = summary_key(posting.key);
    key.fund_org = posting.credit_fund_org;
    key.account_code = posting.credit_account;
    return key;
}

}  // namespace focus_billing
