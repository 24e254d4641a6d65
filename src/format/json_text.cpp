#include "focus_billing/format/json_text.hpp"

#include <algorithm>

namespace focus_billing {

namespace {

bool needs_escape(char c) {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

void append_escape(char c, std::string& json) {
    static constexpr std::string_view digits = "0123456789abcdef";
    json += '\\';
    if (c == '"' || c == '\\') {
        json += c;
        return;
    }
    const auto byte = static_cast<unsigned char>(c);
    json += "u00";
    json += digits[byte >> 4U];
    json += digits[byte & 0xFU];
}

}  // namespace

void append_json_text(std::string_view text, std::string& json) {
    json += '"';
    if (std::ranges::none_of(text, needs_escape)) {
        json += text;
    } else {
        for (const char c : text) {
            if (needs_escape(c)) {
                append_escape(c, json);
            } else {
                json += c;
            }
        }
    }
    json += '"';
}

}  // namespace focus_billing
