#include "focus_billing/cli/stored_tags_cache.hpp"

namespace focus_billing {

const Tags& StoredTagsCache::tags(std::int64_t tag_set) {
    const auto place = static_cast<std::size_t>(tag_set) % m_slots.size();
    Slot& slot = m_slots[place];
    if (slot.tag_set == tag_set)
        return slot.tags;
    slot.tag_set = tag_set;
    slot.text = m_read(tag_set);
    slot.tags = {};
    m_parser.parse(slot.text, slot.tags, m_memo);
    slot.tags.number = ++m_filled * m_slots.size() + place;
    return slot.tags;
}

}  // namespace focus_billing
