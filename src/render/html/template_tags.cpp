#include "render/html/template_tags.hpp"

#include <algorithm>

namespace focus_billing {

namespace {

using Kind = TemplateTag::Kind;

constexpr std::string_view blanks = " \t\n\v\f\r";

std::string_view without_blanks(std::string_view text) {
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

Kind kind_of(char sigil) {
    switch (sigil) {
    case '#': return Kind::section;
    case '^': return Kind::inverted;
    case '/': return Kind::end;
    case '>': return Kind::partial;
    case '&': return Kind::unescaped;
    default: return Kind::text;
    }
}

/// Walks through a text, and knows line and column.
class TagScanner {
public:
    explicit TagScanner(std::string_view text) : m_text(text) {}

    std::vector<TemplateTag> tags() {
        std::vector<TemplateTag> tags;
        for (auto at = m_text.find("{{"); at != std::string_view::npos;
             at = m_text.find("{{", m_end)) {
            go_to(at);
            add_tag(at, tags);
        }
        return tags;
    }

private:
    void go_to(std::size_t offset) {
        for (; m_position < offset; ++m_position) {
            const auto byte = static_cast<unsigned char>(m_text[m_position]);
            if (byte == '\n') {
                ++m_line;
                m_column = 1;
            } else if ((byte & 0xC0U) != 0x80U) {
                ++m_column;
            }
        }
    }

    void add_tag(std::size_t begin, std::vector<TemplateTag>& tags) {
        const bool is_triple = m_text.substr(begin).starts_with("{{{");
        const auto inside = begin + (is_triple ? 3 : 2);
        const std::string_view closing = is_triple ? "}}}" : "}}";
        const auto end = m_text.find(closing, inside);
        const auto contents = without_blanks(m_text.substr(inside, end - inside));
        const bool is_comment = !is_triple && contents.starts_with('!');
        if (end == std::string_view::npos || (!is_comment && !is_on_one_line(inside, end))) {
            m_end = inside;
            tags.push_back(tag(Kind::not_closed, {}, source_line(begin)));
            return;
        }
        m_end = end + closing.size();
        if (!is_comment)
            tags.push_back(closed_tag(contents, is_triple, m_text.substr(begin, m_end - begin)));
    }

    [[nodiscard]] bool is_on_one_line(std::size_t begin, std::size_t end) const {
        const auto inside = m_text.substr(begin, end - begin);
        return inside.find('\n') == std::string_view::npos &&
               inside.find("{{") == std::string_view::npos;
    }

    [[nodiscard]] std::string_view source_line(std::size_t begin) const {
        constexpr std::size_t longest = 40;
        const auto line = m_text.substr(begin, m_text.find('\n', begin) - begin);
        auto end = std::min(longest, line.size());
        while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U)
            --end;
        return without_blanks(line.substr(0, end));
    }

    [[nodiscard]] TemplateTag closed_tag(std::string_view contents, bool is_triple,
                                         std::string_view source) const {
        if (contents.starts_with('='))
            return tag(Kind::delimiters, {}, source);
        if (is_triple)
            return tag(Kind::unescaped, contents, source);
        const Kind kind = contents.empty() ? Kind::text : kind_of(contents.front());
        return tag(kind, kind == Kind::text ? contents : without_blanks(contents.substr(1)),
                   source);
    }

    [[nodiscard]] TemplateTag tag(Kind kind, std::string_view name, std::string_view source) const {
        return {kind, std::string(name), std::string(source), m_line, m_column};
    }

    std::string_view m_text;
    std::size_t m_position = 0;
    std::size_t m_end = 0;
    std::uint64_t m_line = 1;
    std::uint64_t m_column = 1;
};

}  // namespace

std::vector<TemplateTag> template_tags(std::string_view text) {
    return TagScanner(text).tags();
}

}  // namespace focus_billing
