#pragma once

#include <memory>
#include <string>

namespace focus_billing {

struct FreeGlibText {
    void operator()(char* text) const;
};

/// A text that GLib made.
using GlibText = std::unique_ptr<char, FreeGlibText>;

struct AsciiText {
    std::string text;
    bool is_whole = true;  ///< false: a character is like none of ASCII, and has become `?`
};

/// UTF-8 in ASCII, whatever the locale: letters lose their accents (`é` is `e`, `đ` is `d`), others
/// become those they are made of or stand for (`ß` is `ss`, `Þ` is `Th`, `€` is `EUR`), typographic
/// quotes and dashes plain ones. Scripts other than Latin have no such characters.
[[nodiscard]] AsciiText ascii_text(const std::string& text);

}  // namespace focus_billing
