#pragma once

#include <string_view>

#include "focus_billing/format/byte_source.hpp"

namespace focus_billing {

/// The bytes of a text, which must outlive this object.
class TextSource : public ByteSource {
public:
    explicit TextSource(std::string_view text) : m_text(text) {}
    std::size_t read(char* buffer, std::size_t size) override {
        const auto count = m_text.copy(buffer, size);
        m_text.remove_prefix(count);
        return count;
    }

private:
    std::string_view m_text;
};

}  // namespace focus_billing
