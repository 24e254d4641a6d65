#include "focus_billing/format/json_text.hpp"

#include <algorithm>

namespace focus_billing {

void append_json_string(std::string_view text, std::string& json) {
    static constexpr std::string_view digits = "0123456789abcdef";
    json += '"';
    const bool is_plain = std::ranges::none_of(
        text, [](char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; });
    if (is_plain) {
        json += text;
        json += '"';
        return;
    }
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (byte < 0x20) {
            json += "\\u00";
            json += digits[byte >> 4U];
            json += digits[byte & 0xFU];
        } else {
            json += c;
        }
    }
    json += '"';
}

std::string json_string(std::string_view text) {
    std::string json;
    append_json_string(text, json);
    return json;
}

}  // namespace focus_billing
