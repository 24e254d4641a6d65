#pragma once

#include <algorithm>
#include <string>

#include "focus_billing/format/byte_source.hpp"

namespace focus_billing {

/// Bytes from memory, handed out in pieces as a pipe does.
class MemorySource : public ByteSource {
public:
    explicit MemorySource(std::string bytes, std::size_t piece = SIZE_MAX)
        : m_bytes(std::move(bytes)), m_piece(piece) {}

    std::size_t read(char* buffer, std::size_t size) override {
        const auto count = std::min({size, m_piece, m_bytes.size() - m_position});
        std::copy_n(m_bytes.data() + m_position, count, buffer);
        m_position += count;
        return count;
    }

private:
    std::string m_bytes;
    std::size_t m_piece;
    std::size_t m_position = 0;
};

}  // namespace focus_billing
