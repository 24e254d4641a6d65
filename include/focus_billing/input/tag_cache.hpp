#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/input/parse_tags.hpp"

namespace focus_billing {

/// Recently read tags, looked up by the text of their field, since the rows of one resource repeat
/// them. Holds a bounded number, and pauses while hardly any are found. Use one for each thread.
class TagCache {
public:
    explicit TagCache(const TagParser& parser) : m_parser(parser), m_slots(slot_count) {}

    /// Like TagParser::parse_doubled, but null if the text must be decoded or the tags have a
    /// fault. Cached tags get a number, whose remainder by slot_count is unique while they are
    /// cached. The tags are valid until the next call, and as long as `raw`.
    [[nodiscard]] const Tags* parse_doubled(std::string_view raw);

    static constexpr std::size_t slot_count = 16384;
    static constexpr std::size_t longest_text = 1024;

private:
    static constexpr unsigned first_rest = 8 * slot_count;

    struct Slot {
        std::string raw;
        Tags tags;
    };

    [[nodiscard]] bool is_resting();
    [[nodiscard]] const Tags* fill(std::size_t place, std::string_view raw);

    const TagParser& m_parser;
    std::vector<std::unique_ptr<Slot>> m_slots;
    TagKeyMemo m_memo;
    Tags m_passing;
    std::uint64_t m_filled = 0;
    unsigned m_looks = 0;
    unsigned m_found = 0;
    unsigned m_rest = 0;
    unsigned m_next_rest = first_rest;
};

}  // namespace focus_billing
