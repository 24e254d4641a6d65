#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "focus_billing/model/hashes.hpp"

namespace focus_billing {

using Sha256 = std::array<std::uint8_t, 32>;

/// SHA-256 (FIPS 180-4) of a stream of bytes.
class Sha256Hasher {
public:
    Sha256Hasher();
    ~Sha256Hasher();
    Sha256Hasher(const Sha256Hasher&) = delete;
    Sha256Hasher& operator=(const Sha256Hasher&) = delete;

    void update(std::string_view bytes);
    /// Returns the hash of all bytes so far, and starts again.
    [[nodiscard]] Sha256 finish();
    /// The hash of these bytes alone. No others may have been added.
    [[nodiscard]] ContentHash content_hash(std::string_view bytes);

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

/// Lower-case hexadecimal digits.
[[nodiscard]] std::string hex_text(std::string_view bytes);
[[nodiscard]] std::string hex_text(const Sha256& hash);
/// SHA-256 of a text, in hexadecimal digits.
[[nodiscard]] std::string sha256_text(std::string_view text);

}  // namespace focus_billing
