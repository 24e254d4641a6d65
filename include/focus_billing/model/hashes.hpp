#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace focus_billing {

/// The first 16 bytes of a SHA-256.
using ContentHash = std::array<std::uint8_t, 16>;

/// A hash of a text's size and of eight bytes at its beginning, middle and end. It is faster than a
/// hash of the whole text, for tables that may miss. The upper bits are the better ones.
[[nodiscard]] inline std::uint64_t quick_hash(std::string_view text) {
    std::uint64_t first = 0;
    std::uint64_t middle = 0;
    std::uint64_t last = 0;
    const std::size_t size = std::min(text.size(), sizeof first);
    if (size != 0) {
        std::memcpy(&first, text.data(), size);
        std::memcpy(&middle, text.data() + (text.size() - size) / 2, size);
        std::memcpy(&last, text.data() + text.size() - size, size);
    }
    std::uint64_t mixed = (first ^ text.size()) * 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ (mixed >> 29U) ^ middle) * 0xBF58476D1CE4E5B9U;
    return (mixed ^ (mixed >> 32U) ^ last) * 0x94D049BB133111EBU;
}

/// A hash of the whole text.
[[nodiscard]] inline std::uint64_t whole_hash(std::string_view text) {
    std::uint64_t mixed = text.size();
    const auto mix = [&](const char* bytes, std::size_t size) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes, size);
        mixed = std::rotl((mixed ^ word) * 0x9E3779B97F4A7C15U, 29);
    };
    std::size_t at = 0;
    for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t))
        mix(text.data() + at, sizeof(std::uint64_t));
    if (at < text.size())
        mix(text.data() + at, text.size() - at);
    return (mixed ^ (mixed >> 32U)) * 0x94D049BB133111EBU;
}

}  // namespace focus_billing
