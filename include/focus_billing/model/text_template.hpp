#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace focus_billing {

/// A text with `{Column}` in it; `{{` and `}}` are braces.
///
/// What stands in braces is given to `put`, all else to `keep`. False if a brace is never closed,
/// stands alone, or has nothing in it; what comes before was given out.
[[nodiscard]] bool read_cell_template(std::string_view text,
                                      const std::function<void(std::string_view)>& keep,
                                      const std::function<void(std::string_view)>& put);

/// A piece of a template: text as it stands, the value of a tag `{tag:KEY}`, or what a named group
/// of a regular expression has found `{NAME}`.
struct TemplatePart {
    enum class Kind : std::uint8_t { literal, tag, group };
    Kind kind = Kind::literal;
    std::string text;  ///< the literal, the key or the name

    bool operator==(const TemplatePart&) const = default;
};

/// The parts of a template in their order. `{{` is a brace.
struct TextTemplate {
    std::vector<TemplatePart> parts;
    std::string fault;  ///< what is wrong, in words; empty if nothing is
};

[[nodiscard]] TextTemplate parse_template(std::string_view text);

}  // namespace focus_billing
