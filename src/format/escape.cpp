#include "focus_billing/format/escape.hpp"

#include <openssl/evp.h>

#include <stdexcept>

namespace focus_billing {

namespace {

constexpr std::string_view plain_characters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

const unsigned char* unsigned_bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* unsigned_bytes(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

// OpenSSL counts in int.
int counted_size(std::string_view text) {
    constexpr std::size_t most = 1'000'000'000;
    if (text.size() > most)
        throw std::logic_error("too many bytes for base64");
    return static_cast<int>(text.size());
}

bool is_forbidden(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

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

std::string shell_word(std::string_view word) {
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
        "-_=./,:@%+";
    if (!word.empty() && word.find_first_not_of(plain) == std::string_view::npos)
        return std::string(word);
    std::string text = "'";
    for (const char c : word)
        text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

std::string base64_text(std::string_view bytes) {
    const int size = counted_size(bytes);
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    const int written = EVP_EncodeBlock(unsigned_bytes(text), unsigned_bytes(bytes), size);
    text.resize(static_cast<std::size_t>(written));
    return text;
}

std::optional<std::string> base64_bytes(std::string_view text) {
    const int size = counted_size(text);
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    const int decoded = EVP_DecodeBlock(unsigned_bytes(bytes), unsigned_bytes(text), size);
    if (decoded < 0)
        return std::nullopt;
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    if (padding > static_cast<std::size_t>(decoded))
        return std::nullopt;
    bytes.resize(static_cast<std::size_t>(decoded) - padding);
    // Blanks around it, and bits behind the last byte, are passed over by OpenSSL.
    return base64_text(bytes) == text ? std::optional(bytes) : std::nullopt;
}

std::string html_text(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size() + text.size() / 8);
    for (const char c : text) {
        switch (c) {
        case '&': escaped += "&amp;"; break;
        case '<': escaped += "&lt;"; break;
        case '>': escaped += "&gt;"; break;
        case '"': escaped += "&quot;"; break;
        case '\'': escaped += "&#39;"; break;
        default:
            if (is_forbidden(c))
                escaped += "\xEF\xBF\xBD";
            else
                escaped += c;
        }
    }
    return escaped;
}

}  // namespace focus_billing
