#pragma once

#include <functional>
#include <string>
#include <vector>

#include "focus_billing/input/parse_tags.hpp"
#include "focus_billing/model/charges/attribution.hpp"

namespace focus_billing {

/// A cache of the parsed tags of stored charges, bounded in number and length.
class StoredTagsCache {
public:
    using Read = std::function<std::string(std::int64_t tag_set)>;

    StoredTagsCache(const TagMapping& mapping, Read read)
        : m_parser(mapping), m_read(std::move(read)), m_slots(attribution_slot_count) {}

    /// The tags are valid until the next call.
    [[nodiscard]] const Tags& tags(std::int64_t tag_set);

private:
    struct Slot {
        std::int64_t tag_set = 0;
        std::string text;
        Tags tags;
    };

    TagParser m_parser;
    TagKeyMemo m_memo;
    Read m_read;
    static constexpr std::size_t longest_text = 1024;

    std::vector<Slot> m_slots;
    Slot m_passing;  // too long to be cached
    std::uint64_t m_filled = 0;
};

}  // namespace focus_billing
