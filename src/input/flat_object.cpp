#include "focus_billing/input/flat_object.hpp"

#include <array>

namespace focus_billing {

namespace {

// What ends a plain run of a JSON string: the quote, the escape, control characters, and the byte
// that masks a newline.
constexpr std::array<bool, 256> make_stops() {
    std::array<bool, 256> stops{};
    for (std::size_t i = 0; i < 0x20; ++i) stops[i] = true;
    stops['"'] = true;
    stops['\\'] = true;
    stops[0xFF] = true;
    return stops;
}

constexpr auto stops = make_stops();

class FlatReader {
public:
    FlatReader(std::string_view text, bool doubled)
        : m_at(text.data()), m_end(text.data() + text.size()), m_quote_size(doubled ? 2 : 1) {}

    bool read(std::vector<Tag>& entries) {
        if (!skip('{')) return false;
        if (skip('}')) return at_end();
        do {
            Tag tag;
            if (!string(tag.key) || !skip(':') || !string(tag.value)) return false;
            entries.push_back(tag);
        } while (skip(','));
        return skip('}') && at_end();
    }

private:
    void skip_blanks() {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\t')) ++m_at;
    }
    bool skip(char wanted) {
        skip_blanks();
        if (m_at == m_end || *m_at != wanted) return false;
        ++m_at;
        return true;
    }
    bool at_end() {
        skip_blanks();
        return m_at == m_end;
    }
    bool quote() {
        if (m_end - m_at < m_quote_size || *m_at != '"') return false;
        if (m_quote_size == 2 && m_at[1] != '"') return false;
        m_at += m_quote_size;
        return true;
    }
    bool string(std::string_view& value) {
        skip_blanks();
        if (!quote()) return false;
        const char* begin = m_at;
        while (m_at != m_end && !stops[static_cast<unsigned char>(*m_at)]) ++m_at;
        value = {begin, static_cast<std::size_t>(m_at - begin)};
        return quote();
    }

    const char* m_at;
    const char* m_end;
    std::ptrdiff_t m_quote_size;
};

}  // namespace

bool read_flat_object(std::string_view text, bool doubled, std::vector<Tag>& entries) {
    entries.clear();
    return FlatReader(text, doubled).read(entries);
}

}  // namespace focus_billing
