#include "focus_billing/billing/journals/line_references.hpp"

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

}  // namespace focus_billing
