#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// A regular expression (RE2) that matches the same whole texts as a glob: `*` any text, `?` one
/// character, `[abc]`, `[a-z]` and `[!abc]` one of these or none of these. An unclosed `[` and
/// every other character match themselves.
[[nodiscard]] std::string glob_pattern(std::string_view glob);

}  // namespace focus_billing
