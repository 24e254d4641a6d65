#include "focus_billing/workflow/stored_tags_cache.hpp"

namespace focus_billing {

const Tags& StoredTagsCache::tags(std::int64_t tag_set) {
    const auto place = static_cast<std::size_t>(tag_set) % m_slots.size();
    if (m_slots[place].tag_set == tag_set)
        return m_slots[place].tags;
    std::string text = m_read(tag_set);
    const bool is_kept = text.size() <= longest_text;
    Slot& slot = is_kept ? m_slots[place] : m_passing;
    slot.tag_set = tag_set;
    slot.text = std::move(text);
    slot.tags = {};
    m_parser.parse(slot.text, slot.tags, m_memo);
    if (is_kept)
        slot.tags.number = ++m_filled * m_slots.size() + place;
    return slot.tags;
}

}  // namespace focus_billing
