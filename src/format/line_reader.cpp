#include "focus_billing/format/line_reader.hpp"

#include <cstring>

namespace focus_billing {

namespace {

constexpr std::size_t chunk = std::size_t{1} << 20U;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

bool LineReader::fill() {
    if (m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_buffer.size() - m_end < chunk)
        m_buffer.resize(m_end + chunk);
    const auto count = m_source.read(m_buffer.data() + m_end, chunk);
    m_end += count;
    m_finished = count == 0;
    return !m_finished;
}

std::optional<std::string_view> LineReader::next() {
    std::size_t searched = 0;
    while (!m_too_long) {
        const char* begin = m_buffer.data() + m_begin;
        const auto size = m_end - m_begin;
        const void* found =
            size == searched ? nullptr : std::memchr(begin + searched, '\n', size - searched);
        if (found == nullptr && !m_finished) {
            searched = size;
            m_too_long = size > longest_line;
            fill();
            continue;
        }
        if (found == nullptr && size == 0)
            return std::nullopt;
        const auto length = found == nullptr
                                ? size
                                : static_cast<std::size_t>(static_cast<const char*>(found) - begin);
        m_begin += length + (found == nullptr ? 0 : 1);
        std::string_view line(begin, length);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (++m_line == 1 && line.starts_with(byte_order_mark))
            line.remove_prefix(byte_order_mark.size());
        return line;
    }
    return std::nullopt;
}

}  // namespace focus_billing
