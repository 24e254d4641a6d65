#include "input/flat_object.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "focus_billing/format/byte_masks.hpp"

namespace focus_billing {

namespace {

// Finds what ends a plain run of a JSON string: the quote, the escape, control characters, and the
// byte that masks a newline.
class StopFinder {
public:
    explicit StopFinder(std::string_view text) : m_text(text) {}

    [[nodiscard]] const char* next(const char* from) {
        auto offset = static_cast<std::size_t>(from - m_text.data());
        while (offset < m_text.size()) {
            if (offset - m_begin >= Bytes64::size)
                load(offset - offset % Bytes64::size);
            const std::uint64_t stops = m_stops >> (offset - m_begin);
            if (stops != 0)
                return from_offset(offset + static_cast<std::size_t>(std::countr_zero(stops)));
            offset = m_begin + Bytes64::size;
        }
        return from_offset(m_text.size());
    }

private:
    [[nodiscard]] const char* from_offset(std::size_t offset) const {
        return m_text.data() + std::min(offset, m_text.size());
    }

    void load(std::size_t begin) {
        m_begin = begin;
        if (m_text.size() - begin >= Bytes64::size) {
            m_stops = stops_in(m_text.data() + begin);
            return;
        }
        std::array<char, Bytes64::size> last{};
        std::copy(m_text.begin() + static_cast<std::ptrdiff_t>(begin), m_text.end(), last.begin());
        m_stops = stops_in(last.data());
    }

    [[nodiscard]] static std::uint64_t stops_in(const char* data) {
        const Bytes64 bytes(data);
        return bytes.equal_to('"') | bytes.equal_to('\\') | bytes.equal_to('\xFF') |
               bytes.control_characters();
    }

    std::string_view m_text;
    std::size_t m_begin = SIZE_MAX / 2;  // nothing is loaded
    std::uint64_t m_stops = 0;
};

class FlatReader {
public:
    FlatReader(std::string_view text, bool doubled)
        : m_stops(text), m_at(text.data()), m_end(text.data() + text.size()),
          m_quote_size(doubled ? 2 : 1) {}

    bool read(std::vector<Tag>& entries) {
        if (!skip('{'))
            return false;
        if (skip('}'))
            return at_end();
        do {
            Tag tag;
            if (!string(tag.key) || !skip(':') || !string(tag.value))
                return false;
            entries.push_back(tag);
        } while (skip(','));
        return skip('}') && at_end();
    }

private:
    void skip_blanks() {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\t'))
            ++m_at;
    }
    bool skip(char wanted) {
        skip_blanks();
        if (m_at == m_end || *m_at != wanted)
            return false;
        ++m_at;
        return true;
    }
    bool at_end() {
        skip_blanks();
        return m_at == m_end;
    }
    bool quote() {
        if (m_end - m_at < m_quote_size || *m_at != '"')
            return false;
        if (m_quote_size == 2 && m_at[1] != '"')
            return false;
        m_at += m_quote_size;
        return true;
    }
    bool string(std::string_view& value) {
        skip_blanks();
        if (!quote())
            return false;
        const char* begin = m_at;
        m_at = m_stops.next(m_at);
        value = {begin, static_cast<std::size_t>(m_at - begin)};
        return quote();
    }

    StopFinder m_stops;
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
