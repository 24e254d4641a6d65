#include "focus_billing/input/parse_tags.hpp"
#include "input/parse_tags.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <deque>

#include "focus_billing/format/byte_masks.hpp"
#include "focus_billing/format/json.hpp"
#include "focus_billing/model/text.hpp"

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

void reset(Tags& tags) {
    tags.entries.clear();
    tags.fault.clear();
    tags.decoded.clear();
}

// Collects tags from the tokens of an object, or of an array of {"key", "value"} objects.
class TagCollector {
public:
    bool take(JsonToken token, std::string_view text) {
        switch (token) {
        case JsonToken::begin_object:
        case JsonToken::begin_array: return begin(token == JsonToken::begin_array);
        case JsonToken::end_object:
        case JsonToken::end_array: return end();
        case JsonToken::key:
            if (m_depth == member_depth())
                m_key = text;
            return true;
        default: return value(token, text);
        }
    }

    struct Member {
        std::string key;
        std::string value;
        bool is_string = true;
    };
    [[nodiscard]] const std::deque<Member>& members() const { return m_members; }
    [[nodiscard]] const std::string& fault() const { return m_fault; }

private:
    [[nodiscard]] int member_depth() const { return m_pairs ? 2 : 1; }

    bool begin(bool array) {
        ++m_depth;
        if (m_depth == 1) {
            m_pairs = array;
        } else if (m_depth > member_depth()) {
            blame("the value of '" + m_key + "' is nested");
        } else if (m_pairs && array) {
            blame("an array stands in the array of tags");
        }
        if (m_depth == 2)
            m_pair = {};
        return true;
    }

    bool end() {
        if (m_pairs && m_depth == 2)
            add_pair();
        --m_depth;
        return true;
    }

    bool value(JsonToken token, std::string_view text) {
        if (m_depth == 0) {
            if (token != JsonToken::null)
                blame("they are no JSON object");
        } else if (m_depth < member_depth()) {
            blame("the array of tags has an element that is no object");
        } else if (m_depth > member_depth()) {
            return true;
        } else if (!m_pairs) {
            m_members.push_back({m_key, std::string(text), token == JsonToken::string});
        } else if (equals_ignoring_case(m_key, "key")) {
            m_pair.key = text;
            m_has_key = true;
        } else if (equals_ignoring_case(m_key, "value")) {
            m_pair.value = text;
            m_pair.is_string = token == JsonToken::string;
        }
        return true;
    }

    void add_pair() {
        if (m_has_key) {
            m_members.push_back(m_pair);
        } else {
            blame("an element of the array of tags has no \"key\"");
        }
        m_has_key = false;
    }

    void blame(std::string fault) {
        if (m_fault.empty())
            m_fault = std::move(fault);
    }

    int m_depth = 0;
    bool m_pairs = false;
    bool m_has_key = false;
    Member m_pair;
    std::string m_key;
    std::deque<Member> m_members;
    std::string m_fault;
};

void store(const std::deque<TagCollector::Member>& members, Tags& tags) {
    std::size_t size = 0;
    for (const auto& member : members)
        size += member.key.size() + member.value.size();
    tags.decoded.reserve(size);
    const auto keep = [&](const std::string& text) {
        const std::size_t begin = tags.decoded.size();
        tags.decoded += text;
        return std::string_view(tags.decoded).substr(begin);
    };
    for (const auto& member : members) {
        const auto key = keep(member.key);
        tags.entries.push_back({key, keep(member.value), member.is_string});
    }
}

}  // namespace

bool read_flat_object(std::string_view text, bool doubled, std::vector<Tag>& entries) {
    entries.clear();
    return FlatReader(text, doubled).read(entries);
}

void TagParser::parse(std::string_view text, Tags& tags, TagKeyMemo& memo) const {
    reset(tags);
    const auto content = trimmed(text);
    if (content.empty())
        return m_keys.find_attributes(tags, memo);
    if (read_flat_object(text, false, tags.entries))
        return m_keys.find_attributes(tags, memo);
    tags.entries.clear();
    const bool without_braces = content.front() == '"';
    const std::string with_braces = without_braces ? '{' + std::string(content) + '}' : "";
    TagCollector collector;
    const auto end = read_json(without_braces ? std::string_view(with_braces) : content,
                               [&](JsonToken token, std::string_view token_text) {
                                   return collector.take(token, token_text);
                               });
    store(collector.members(), tags);
    tags.fault = collector.fault();
    if (end) {
        const auto position = std::min(*end - (without_braces ? 1 : 0), content.size());
        tags.fault = "they stop being JSON at character " + std::to_string(position);
    }
    m_keys.find_attributes(tags, memo);
}

bool TagParser::parse_doubled(std::string_view raw, Tags& tags, TagKeyMemo& memo) const {
    if (!read_flat_object(raw, true, tags.entries))
        return false;
    tags.fault.clear();
    m_keys.find_attributes(tags, memo);
    return true;
}

}  // namespace focus_billing
