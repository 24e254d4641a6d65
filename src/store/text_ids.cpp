#include "store/text_ids.hpp"

#include <algorithm>

#include "focus_billing/model/hashes.hpp"

namespace focus_billing {

std::int64_t TextIds::id_of(std::string_view text) {
    Recent& recent = m_recent[(quick_hash(text) >> 40U) % recent_count];
    if (recent.text != nullptr && *recent.text == text)
        return recent.id;
    const auto known = m_ids.find(text);
    if (known != m_ids.end()) {
        recent = {&known->first, known->second};
        return known->second;
    }
    const std::int64_t id = m_store(text);
    remember(text, id);
    return id;
}

void TextIds::remember(std::string_view text, std::int64_t id) {
    if (m_ids.size() >= most_texts || m_bytes + text.size() > most_bytes) {
        m_ids.clear();
        m_bytes = 0;
        std::ranges::fill(m_recent, Recent{});
    }
    m_ids.emplace(text, id);
    m_bytes += text.size();
}

}  // namespace focus_billing
