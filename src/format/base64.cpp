#include "focus_billing/format/base64.hpp"

#include <openssl/evp.h>

#include <stdexcept>

namespace focus_billing {

namespace {

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

}  // namespace

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

}  // namespace focus_billing
