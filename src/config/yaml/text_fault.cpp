#include "config/yaml/text_fault.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace focus_billing {

namespace {

constexpr std::size_t longest_shown = 100;

unsigned byte_at(std::string_view text, std::size_t index) {
    return index < text.size() ? static_cast<unsigned char>(text[index]) : 0U;
}

struct Character {
    char32_t code;
    std::size_t bytes;  ///< 0: not UTF-8
};

Character decode(std::string_view text, std::size_t start) {
    const unsigned lead = byte_at(text, start);
    if (lead < 0x80) {
        return {lead, 1};
    }
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4) {
        return {0, 0};
    }
    char32_t code = lead & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        const unsigned next = byte_at(text, start + i);
        if ((next & 0xC0U) != 0x80U) {
            return {0, 0};
        }
        code = (code << 6U) | (next & 0x3FU);
    }
    static constexpr std::array<char32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < smallest[bytes] || code > 0x10FFFF || surrogate) {
        return {0, 0};
    }
    return {code, bytes};
}

bool is_control(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code <= 0x9F);
}

}  // namespace

std::optional<TextFault> find_text_fault(std::string_view text, std::string_view allowed_controls) {
    for (std::size_t offset = 0; offset < text.size();) {
        const Character character = decode(text, offset);
        if (character.bytes == 0) {
            return TextFault{TextFault::Kind::not_utf8, offset,
                             fmt::format("byte 0x{:02X}", byte_at(text, offset))};
        }
        if (is_control(character.code) &&
            allowed_controls.find(text[offset]) == std::string_view::npos) {
            const auto number = static_cast<std::uint32_t>(character.code);
            return TextFault{TextFault::Kind::control_character, offset,
                             fmt::format("control character U+{:04X}", number)};
        }
        offset += character.bytes;
    }
    return std::nullopt;
}

std::string printable(std::string_view text) {
    std::string shown;
    std::size_t characters = 0;
    for (std::size_t offset = 0; offset < text.size(); ++characters) {
        if (characters == longest_shown) {
            return shown + "...";
        }
        const Character character = decode(text, offset);
        const std::size_t bytes = std::max<std::size_t>(character.bytes, 1);
        if (character.bytes == 0 || is_control(character.code)) {
            for (std::size_t i = 0; i < bytes; ++i) {
                shown += fmt::format("\\x{:02X}", byte_at(text, offset + i));
            }
        } else {
            shown += text.substr(offset, bytes);
        }
        offset += bytes;
    }
    return shown;
}

std::uint64_t count_characters(std::string_view text) {
    return static_cast<std::uint64_t>(std::ranges::count_if(text, [](char character) {
        return (static_cast<unsigned char>(character) & 0xC0U) != 0x80U;
    }));
}

}  // namespace focus_billing
