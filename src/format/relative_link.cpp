#include "focus_billing/format/relative_link.hpp"

namespace focus_billing {

namespace {

constexpr std::string_view plain_characters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

}  // namespace

std::string relative_link(std::string_view path) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string link;
    for (const char c : path) {
        if (plain_characters.find(c) != std::string_view::npos) {
            link += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        link += '%';
        link += digits[byte >> 4U];
        link += digits[byte & 0x0FU];
    }
    return link;
}

}  // namespace focus_billing
