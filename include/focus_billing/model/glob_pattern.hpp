#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// A regular expression (RE2) for the whole texts that a glob means: `*` any text, `?` one
/// character, `[abc]`, `[a-z]` and `[!abc]` one of these or none of these. A `[` that is never
/// closed, and every other character, stands for itself.
[[nodiscard]] std::string glob_pattern(std::string_view glob);

}  // namespace focus_billing
