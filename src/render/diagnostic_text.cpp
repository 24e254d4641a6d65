#include "focus_billing/render/diagnostic_text.hpp"

#include <fmt/format.h>

namespace focus_billing {

namespace {

std::string place_text(const Place& place) {
    std::string text = shown_text(place.file, 500);
    if (place.line != 0)
        text += fmt::format(":{}", place.line);
    if (place.column != 0)
        text += fmt::format(":{}", place.column);
    return text.empty() ? text : text + ": ";
}

std::string_view color_of(Severity severity) {
    switch (severity) {
    case Severity::error: return "\033[1;31m";
    case Severity::warning: return "\033[1;33m";
    case Severity::flag: return "\033[1;35m";
    case Severity::note: return "\033[1;36m";
    }
    return {};
}

bool is_control(unsigned char byte) {
    return byte < 0x20 || byte == 0x7F;
}

std::string escape(unsigned char byte) {
    switch (byte) {
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: return fmt::format("\\x{:02X}", byte);
    }
}

bool continues_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

std::string shown_text(std::string_view text, std::size_t longest) {
    std::string shown;
    std::size_t characters = 0;
    for (const char c : text) {
        if (!continues_character(c) && ++characters > longest)
            return shown + "...";
        const auto byte = static_cast<unsigned char>(c);
        shown += is_control(byte) ? escape(byte) : std::string(1, c);
    }
    return shown;
}

std::string diagnostic_text(const Diagnostic& diagnostic, bool colored) {
    const auto label =
        fmt::format("{}[FB{:03}]", severity_name(diagnostic.severity), diagnostic.code);
    std::string text = place_text(diagnostic.place);
    text +=
        colored ? fmt::format("{}{}\033[0m: ", color_of(diagnostic.severity), label) : label + ": ";
    text += shown_text(diagnostic.message, 1000) + "\n";
    if (!diagnostic.value.empty()) {
        text += fmt::format("    value: '{}'\n", shown_text(diagnostic.value));
    }
    if (!diagnostic.help.empty()) {
        text += fmt::format("    help: {}\n", shown_text(diagnostic.help, 1000));
    }
    return text;
}

}  // namespace focus_billing
