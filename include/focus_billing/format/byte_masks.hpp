#pragma once

#include <cstddef>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace focus_billing {

/// Classifies 64 bytes at once. Bit i stands for byte i.
class Bytes64 {
public:
    static constexpr std::size_t size = 64;

    /// Reads 64 bytes from `data`.
    explicit Bytes64(const char* data);

    [[nodiscard]] std::uint64_t equal_to(char byte) const;
    /// Bytes from 0 to 0x1F.
    [[nodiscard]] std::uint64_t control_characters() const;
    [[nodiscard]] bool has_zero() const;
    /// Whether a byte is above 0x7F.
    [[nodiscard]] bool has_high() const;

private:
#if defined(__SSE2__)
    __m128i m_parts[4];
#else
    const char* m_data;
#endif
};

/// For each bit, the parity of the set bits up to and including it. Turns quote marks into the
/// ranges inside quotes.
[[nodiscard]] constexpr std::uint64_t prefix_parity(std::uint64_t bits) {
    bits ^= bits << 1;
    bits ^= bits << 2;
    bits ^= bits << 4;
    bits ^= bits << 8;
    bits ^= bits << 16;
    bits ^= bits << 32;
    return bits;
}

#if defined(__SSE2__)

inline Bytes64::Bytes64(const char* data) {
    for (std::size_t i = 0; i < 4; ++i) {
        m_parts[i] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(data + 16 * i));
    }
}

inline std::uint64_t Bytes64::equal_to(char byte) const {
    const __m128i wanted = _mm_set1_epi8(byte);
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const int mask = _mm_movemask_epi8(_mm_cmpeq_epi8(m_parts[i], wanted));
        bits |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(mask)) << (16 * i);
    }
    return bits;
}

inline std::uint64_t Bytes64::control_characters() const {
    const __m128i last = _mm_set1_epi8(0x1F);
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const __m128i is_low = _mm_cmpeq_epi8(_mm_min_epu8(m_parts[i], last), m_parts[i]);
        const int mask = _mm_movemask_epi8(is_low);
        bits |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(mask)) << (16 * i);
    }
    return bits;
}

inline bool Bytes64::has_zero() const {
    const __m128i least =
        _mm_min_epu8(_mm_min_epu8(m_parts[0], m_parts[1]), _mm_min_epu8(m_parts[2], m_parts[3]));
    return _mm_movemask_epi8(_mm_cmpeq_epi8(least, _mm_setzero_si128())) != 0;
}

inline bool Bytes64::has_high() const {
    const __m128i any =
        _mm_or_si128(_mm_or_si128(m_parts[0], m_parts[1]), _mm_or_si128(m_parts[2], m_parts[3]));
    return _mm_movemask_epi8(any) != 0;
}

#else

inline Bytes64::Bytes64(const char* data) : m_data(data) {}

inline std::uint64_t Bytes64::equal_to(char byte) const {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < size; ++i) {
        bits |= static_cast<std::uint64_t>(m_data[i] == byte) << i;
    }
    return bits;
}

inline std::uint64_t Bytes64::control_characters() const {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < size; ++i) {
        bits |= static_cast<std::uint64_t>(static_cast<unsigned char>(m_data[i]) < 0x20) << i;
    }
    return bits;
}

inline bool Bytes64::has_zero() const {
    return equal_to('\0') != 0;
}

inline bool Bytes64::has_high() const {
    for (std::size_t i = 0; i < size; ++i) {
        if ((m_data[i] & 0x80) != 0)
            return true;
    }
    return false;
}

#endif

}  // namespace focus_billing
