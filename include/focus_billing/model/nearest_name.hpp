#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace focus_billing {

/// 'Did you mean': the name with the fewest typing errors compared with `wrong` (a letter missing,
/// added, replaced, or two neighbours exchanged, ignoring the case of ASCII letters), if they are
/// at most a third of the longer one's length. Of equally near names returns the first in `names`.
/// Returns nothing for texts longer than 100 bytes.
[[nodiscard]] std::optional<std::string> nearest_name(std::string_view wrong,
                                                      std::span<const std::string_view> names);
[[nodiscard]] std::optional<std::string> nearest_name(std::string_view wrong,
                                                      std::span<const std::string> names);

}  // namespace focus_billing
