#include "focus_billing/store/text_ids.hpp"

#include <algorithm>
#include <cstring>

namespace focus_billing {

std::size_t TextIds::recent_slot(std::string_view text) {
    std::uint64_t first = 0;
    std::uint64_t middle = 0;
    std::uint64_t last = 0;
    const std::size_t size = std::min(text.size(), sizeof first);
    std::memcpy(&first, text.data(), size);
    std::memcpy(&middle, text.data() + (text.size() - size) / 2, size);
    std::memcpy(&last, text.data() + text.size() - size, size);
    std::uint64_t mixed = (first ^ text.size()) * 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ (mixed >> 29U) ^ middle) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 32U) ^ last) * 0x94D049BB133111EBU;
    return (mixed >> 40U) % recent_count;
}

std::int64_t TextIds::id_of(std::string_view text) {
    Recent& recent = m_recent[recent_slot(text)];
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
