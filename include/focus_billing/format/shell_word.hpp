#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// A word as it is typed in a POSIX shell: in quotes where it needs them.
[[nodiscard]] std::string shell_word(std::string_view word);

}  // namespace focus_billing
