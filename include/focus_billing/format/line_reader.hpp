#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "focus_billing/format/byte_source.hpp"

namespace focus_billing {

/// Reads text line by line: LF or CRLF, a BOM, a missing line end at the end. Memory does not grow
/// with the number of lines.
class LineReader {
public:
    static constexpr std::size_t longest_line = std::size_t{16} << 20U;

    explicit LineReader(ByteSource& source) : m_source(source) {}

    /// The next line without its end; it is valid until the next call. Nothing at the end of the
    /// text, and if a line is longer than `longest_line`.
    [[nodiscard]] std::optional<std::string_view> next();
    /// The number of the line that `next` returned last, from 1.
    [[nodiscard]] std::uint64_t line() const { return m_line; }
    [[nodiscard]] bool is_too_long() const { return m_too_long; }

private:
    bool fill();

    ByteSource& m_source;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::uint64_t m_line = 0;
    bool m_finished = false;
    bool m_too_long = false;
};

}  // namespace focus_billing
