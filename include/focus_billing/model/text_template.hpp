#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace focus_billing {

/// A text with `{Column}` in it; `{{` and `}}` are braces.
///
/// Calls `put` for each name in braces, and `keep` for all other text. Returns false for an
/// unclosed, single or empty brace; the text before it has been passed on.
[[nodiscard]] bool read_cell_template(std::string_view text,
                                      const std::function<void(std::string_view)>& keep,
                                      const std::function<void(std::string_view)>& put);

/// A part of a template: literal text, the value of a tag `{tag:KEY}`, or the match of a named
/// group of a regular expression `{NAME}`.
struct TemplatePart {
    enum class Kind : std::uint8_t { literal, tag, group };
    Kind kind = Kind::literal;
    std::string text;  ///< the literal, the key or the name

    bool operator==(const TemplatePart&) const = default;
};

/// The parts of a template in order. `{{` is a brace.
struct TextTemplate {
    std::vector<TemplatePart> parts;
    std::string fault;  ///< what is wrong, in words; empty if valid
};

[[nodiscard]] TextTemplate parse_template(std::string_view text);

}  // namespace focus_billing
