#include "focus_billing/input/tag_cache.hpp"

#include <algorithm>

#include "focus_billing/model/hashes.hpp"

namespace focus_billing {

namespace {

// As many as it takes to fill the cache once.
constexpr unsigned looks_in_a_row = TagCache::slot_count;
constexpr unsigned longest_rest = 128 * looks_in_a_row;

}  // namespace

bool TagCache::is_resting() {
    if (m_rest > 0) {
        --m_rest;
        return true;
    }
    if (++m_looks == looks_in_a_row) {
        if (m_found >= looks_in_a_row / 4) {
            m_next_rest = first_rest;
        } else {
            m_rest = m_next_rest;
            m_next_rest = std::min(2 * m_next_rest, longest_rest);
            for (auto& slot : m_slots)
                slot.reset();
        }
        m_looks = 0;
        m_found = 0;
    }
    return false;
}

const Tags* TagCache::fill(std::size_t place, std::string_view raw) {
    if (m_slots[place] == nullptr)
        m_slots[place] = std::make_unique<Slot>();
    Slot& slot = *m_slots[place];
    slot.raw = raw;
    if (m_parser.parse_doubled(slot.raw, slot.tags, m_memo) && slot.tags.fault.empty()) {
        slot.tags.number = ++m_filled * slot_count + place;
        return &slot.tags;
    }
    slot.raw.clear();
    return nullptr;
}

const Tags* TagCache::parse_doubled(std::string_view raw) {
    if (raw.empty() || raw.size() > longest_text || is_resting()) {
        const bool is_kept =
            m_parser.parse_doubled(raw, m_passing, m_memo) && m_passing.fault.empty();
        return is_kept ? &m_passing : nullptr;
    }
    const std::size_t place = (whole_hash(raw) >> 40U) % slot_count;
    if (m_slots[place] == nullptr || m_slots[place]->raw != raw)
        return fill(place, raw);
    ++m_found;
    return &m_slots[place]->tags;
}

}  // namespace focus_billing
