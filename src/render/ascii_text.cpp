#include "render/ascii_text.hpp"

#include <glib.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace focus_billing {

namespace {

struct Replacement {
    std::string_view character;
    std::string_view ascii;
};

// What GLib leaves out, among it letters of many names. The soft hyphen is invisible.
constexpr std::array replacements = {
    Replacement{"\u00A1", "!"},   Replacement{"\u00A2", "c"},   Replacement{"\u00A3", "GBP"},
    Replacement{"\u00A6", "|"},   Replacement{"\u00A7", "S"},   Replacement{"\u00A8", "\""},
    Replacement{"\u00AA", "a"},   Replacement{"\u00AD", ""},    Replacement{"\u00AF", "-"},
    Replacement{"\u00B0", "deg"}, Replacement{"\u00B1", "+/-"}, Replacement{"\u00B2", "2"},
    Replacement{"\u00B3", "3"},   Replacement{"\u00B4", "'"},   Replacement{"\u00B6", "P"},
    Replacement{"\u00B7", "."},   Replacement{"\u00B9", "1"},   Replacement{"\u00BA", "o"},
    Replacement{"\u00BF", "?"},   Replacement{"\u00D0", "D"},   Replacement{"\u00DE", "Th"},
    Replacement{"\u00F0", "d"},   Replacement{"\u00F7", "/"},   Replacement{"\u00FE", "th"},
    Replacement{"\u0110", "D"},   Replacement{"\u0111", "d"},   Replacement{"\u0126", "H"},
    Replacement{"\u0127", "h"},   Replacement{"\u0131", "i"},   Replacement{"\u0138", "q"},
    Replacement{"\u013F", "L"},   Replacement{"\u0140", "l"},   Replacement{"\u014A", "N"},
    Replacement{"\u014B", "n"},   Replacement{"\u0166", "T"},   Replacement{"\u0167", "t"},
    Replacement{"\u0192", "f"},   Replacement{"\u1E9E", "SS"}};

std::string replaced(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const auto found = std::ranges::find_if(
            replacements, [&](const auto& each) { return text.starts_with(each.character); });
        const bool is_known = found != replacements.end();
        result += is_known ? found->ascii : text.substr(0, 1);
        text.remove_prefix(is_known ? found->character.size() : 1);
    }
    return result;
}

}  // namespace

void FreeGlibText::operator()(char* text) const {
    g_free(text);
}

AsciiText ascii_text(const std::string& text) {
    const auto known = replaced(text);
    const GlibText ascii(g_str_to_ascii(known.c_str(), "en"));
    std::string result = ascii.get();
    const bool is_whole = std::ranges::count(result, '?') == std::ranges::count(known, '?');
    return {std::move(result), is_whole};
}

}  // namespace focus_billing
