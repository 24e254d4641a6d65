#include "config/yaml/text_positions.hpp"

#include <algorithm>

namespace focus_billing {

namespace {

constexpr std::size_t farthest_dash = 1000;

bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

}  // namespace

TextPositions::TextPositions(std::string_view text) : m_text(text) {
    m_characters_before.reserve(text.size() + 1);
    for (std::size_t offset = 0; offset < text.size(); ++offset) {
        m_characters_before.push_back(m_characters_before.back() +
                                      (begins_character(text[offset]) ? 1U : 0U));
        if (text[offset] == '\n') {
            m_line_starts.push_back(offset + 1);
        }
    }
}

TextPosition TextPositions::at(std::size_t offset) const {
    offset = std::min(offset, m_text.size());
    const auto next_line = std::ranges::upper_bound(m_line_starts, offset);
    const auto line = static_cast<std::uint64_t>(next_line - m_line_starts.begin());
    const std::size_t start = *(next_line - 1);
    return {line, m_characters_before[offset] - m_characters_before[start] + 1};
}

std::optional<TextPosition> TextPositions::dash_before(std::size_t offset) const {
    std::size_t end = std::min(offset, m_text.size());
    const std::size_t farthest = end - std::min(end, farthest_dash);
    while (end > farthest) {
        const std::string_view window = m_text.substr(farthest, end - farthest);
        const std::size_t start = farthest + window.rfind('\n') + 1;
        const std::string_view line = m_text.substr(start, end - start);
        const std::size_t first = line.find_first_not_of(" \t\r");
        if (first != std::string_view::npos && line[first] != '#') {
            return line[first] == '-' ? std::optional(at(start + first)) : std::nullopt;
        }
        end = start == 0 ? 0 : start - 1;
    }
    return std::nullopt;
}

}  // namespace focus_billing
