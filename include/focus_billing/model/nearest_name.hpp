#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace focus_billing {

/// 'Did you mean': the name that is fewest typing slips away from `wrong` (a letter missing, added,
/// replaced, or two neighbours exchanged; case of ASCII letters does not count), if these are at
/// most a third of the longer one's length. Of equally near names the first in `names` is taken.
/// Nothing is offered for texts longer than 100 bytes.
[[nodiscard]] std::optional<std::string> nearest_name(std::string_view wrong,
                                                      std::span<const std::string_view> names);
[[nodiscard]] std::optional<std::string> nearest_name(std::string_view wrong,
                                                      std::span<const std::string> names);

}  // namespace focus_billing
