#include "config/yaml/yaml_errors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

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

struct Known {
    std::string_view reason;  ///< how yaml-cpp's own words begin
    std::string_view message;
    std::string_view help;
};

constexpr std::array<Known, 19> known_reasons = {{
    {"illegal map value", "a ':' cannot stand here",
     "put a value that contains ': ' in single quotes, and check the indentation"},
    {"illegal map key", "a '?' cannot stand here",
     "put a value that begins with '? ' in single quotes"},
    {"illegal block entry", "a '-' cannot stand here",
     "write each entry of a list on a line of its own, or put the value in single quotes"},
    {"illegal flow end", "a closing bracket without an opening one",
     "put a value that contains brackets in single quotes"},
    {"end of map not found", "this line does not fit the lines above it",
     "write 'key: value', indented with as many spaces as the other keys of the same part"},
    {"end of sequence not found", "this line is no entry of the list above it",
     "begin each entry with '- ', indented with the same number of spaces"},
    {"end of map flow not found", "an opening '{' is never closed",
     "close it with '}', or put the value in single quotes"},
    {"end of sequence flow not found", "an opening '[' is never closed",
     "close it with ']', or put the value in single quotes"},
    {"illegal tab", "a tab cannot indent a line", "indent with spaces"},
    {"unknown escape character", "not an escape of a text in double quotes",
     "put patterns and other texts with a backslash in single quotes"},
    {"bad character found while scanning hex", "not an escape of a text in double quotes",
     "put patterns and other texts with a backslash in single quotes"},
    {"invalid unicode", "an escape that stands for no character",
     "put patterns and other texts with a backslash in single quotes"},
    {"the referenced anchor", "a '*' begins an alias, and there is no anchor of that name",
     "put a value that begins with '*' in single quotes, as in pattern: '*aws*'"},
    {"alias not found", "a '*' begins an alias, and no name follows",
     "put a value that begins with '*' in single quotes, as in pattern: '*aws*'"},
    {"illegal character found while scanning alias", "a '*' begins an alias, and no name follows",
     "put a value that begins with '*' in single quotes, as in pattern: '*aws*'"},
    {"anchor not found", "a '&' begins an anchor, and no name follows",
     "put a value that begins with '&' in single quotes"},
    {"illegal character found while scanning anchor", "a '&' begins an anchor, and no name follows",
     "put a value that begins with '&' in single quotes"},
    {"illegal EOF in scalar", "a text in quotes is not closed before the file ends",
     "write the closing quote; the opening one is on this line or above it"},
    {"unknown token", "a value cannot begin with this character", "put it in single quotes"},
}};

bool has_only_blanks(std::string_view text) {
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

bool is_indented_with_tab(std::string_view line) {
    return line.substr(0, line.find_first_not_of(" \t")).find('\t') != std::string_view::npos;
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

YamlExplanation explain_yaml_error(std::string_view reason, std::string_view line,
                                   std::string_view before) {
    if (is_indented_with_tab(line)) {
        return {"a tab cannot indent a line", "indent with spaces"};
    }
    const bool in_block = reason == "end of map not found" || reason == "end of sequence not found";
    if (in_block && !has_only_blanks(before)) {
        return {"the value ended before this text",
                "put the whole value in single quotes; inside them write '' for one quote"};
    }
    for (const Known& known : known_reasons) {
        if (reason.starts_with(known.reason)) {
            return {std::string(known.message), std::string(known.help)};
        }
    }
    return {"not valid YAML: " + printable(reason),
            "check the indentation and the quotes of this line and of the one before"};
}

}  // namespace focus_billing
