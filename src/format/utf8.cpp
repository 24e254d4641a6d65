#include "focus_billing/format/utf8.hpp"

#include <algorithm>

namespace focus_billing {

bool Utf8Checker::begin(unsigned char byte) {
    if (byte < 0xC2 || byte > 0xF4)
        return false;
    m_missing = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
    m_lowest = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
    m_highest = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
    return true;
}

bool Utf8Checker::go_on(unsigned char byte) {
    if (byte < m_lowest || byte > m_highest)
        return false;
    --m_missing;
    m_lowest = 0x80;
    m_highest = 0xBF;
    return true;
}

bool is_utf8(std::string_view text) {
    Utf8Checker checker;
    const auto accepted = [&](char byte) {
        return checker.accept(static_cast<unsigned char>(byte));
    };
    return std::ranges::all_of(text, accepted) && !checker.incomplete();
}

}  // namespace focus_billing
