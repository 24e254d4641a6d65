#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace focus_billing {

/// A tag of a mustache template, as kainjow reads it.
struct TemplateTag {
    enum class Kind : std::uint8_t {
        text,        ///< `{{x}}`
        unescaped,   ///< `{{{x}}}`, `{{&x}}`
        section,     ///< `{{#x}}`
        inverted,    ///< `{{^x}}`
        end,         ///< `{{/x}}`
        partial,     ///< `{{>x}}`
        delimiters,  ///< `{{=x y=}}`
        not_closed,  ///< on its line
    };
    Kind kind = Kind::text;
    std::string name;
    std::string source;        ///< as it is written
    std::uint64_t line = 1;    ///< from 1
    std::uint64_t column = 1;  ///< from 1, in characters
};

/// All tags but comments, in their order. A tag ends on the line on which it begins; a comment may
/// go on.
[[nodiscard]] std::vector<TemplateTag> template_tags(std::string_view text);

}  // namespace focus_billing
