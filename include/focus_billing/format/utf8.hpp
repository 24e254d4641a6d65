#pragma once

#include <cstdint>
#include <string_view>

namespace focus_billing {

/// Checks UTF-8 byte by byte (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
class Utf8Checker {
public:
    /// False if `byte` is not valid here.
    [[nodiscard]] bool accept(unsigned char byte) {
        if (m_missing == 0 && byte < 0x80)
            return true;
        return m_missing == 0 ? begin(byte) : go_on(byte);
    }
    /// Whether a character is incomplete.
    [[nodiscard]] bool incomplete() const { return m_missing != 0; }

private:
    bool begin(unsigned char byte);
    bool go_on(unsigned char byte);

    std::uint8_t m_missing = 0;
    unsigned char m_lowest = 0x80;  // what the next byte may be
    unsigned char m_highest = 0xBF;
};

[[nodiscard]] bool is_utf8(std::string_view text);

}  // namespace focus_billing
