#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/input/parse_tags.hpp"

namespace focus_billing {

/// Tags that were read a short while ago, found again by the text of their field: the rows of one
/// resource repeat them. Holds a bounded number, and rests for a while where hardly any are found
/// again. One serves one thread.
class TagCache {
public:
    explicit TagCache(const TagParser& parser) : m_parser(parser), m_slots(slot_count) {}

    /// As TagParser::parse_doubled, but null where the text has to be decoded, or something is
    /// wrong with the tags. Tags that are kept get a number, whose remainder by slot_count is their
    /// own as long as they are kept. The tags live until the next call, and as long as `raw`.
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
