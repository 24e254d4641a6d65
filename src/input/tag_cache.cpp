#include "focus_billing/input/tag_cache.hpp"

namespace focus_billing {

namespace {

constexpr unsigned looks_in_a_row = 1024;
constexpr unsigned rest_in_rows = 16 * looks_in_a_row;

}  // namespace

bool TagCache::is_resting() {
    if (m_rest > 0) {
        --m_rest;
        return true;
    }
    if (++m_looks == looks_in_a_row) {
        if (m_found < looks_in_a_row / 4)
            m_rest = rest_in_rows;
        m_looks = 0;
        m_found = 0;
    }
    return false;
}

bool TagCache::fill(std::size_t place, std::string_view raw) {
    Slot& slot = m_slots[place];
    slot.raw = raw;
    const bool is_kept = m_parser.parse_doubled(slot.raw, slot.tags) && slot.tags.fault.empty();
    if (is_kept) {
        slot.tags.number = ++m_filled * slot_count + place;
    } else {
        slot.raw.clear();
    }
    return is_kept;
}

bool TagCache::parse_doubled(std::string_view raw, Tags& tags) {
    tags.number = 0;
    if (raw.empty() || raw.size() > longest_text || is_resting())
        return m_parser.parse_doubled(raw, tags);
    const std::size_t place = std::hash<std::string_view>()(raw) % slot_count;
    if (m_slots[place].raw == raw) {
        ++m_found;
    } else if (!fill(place, raw)) {
        return m_parser.parse_doubled(raw, tags);
    }
    tags = m_slots[place].tags;
    return true;
}

}  // namespace focus_billing
