#include "focus_billing/format/base64.hpp"

#include <openssl/evp.h>

#include <stdexcept>

namespace focus_billing {

std::string base64_text(std::string_view bytes) {
    constexpr std::size_t most_bytes = std::size_t{1} << 30U;
    if (bytes.size() > most_bytes)
        throw std::length_error("too many bytes for one text");
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');  // OpenSSL writes a NUL at the end
    const int written = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                        reinterpret_cast<const unsigned char*>(bytes.data()),
                                        static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(written));
    return text;
}

}  // namespace focus_billing
