#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// What to do about a key that the section does not have: a near name, the section in which the key
/// belongs, or the keys that are allowed here.
[[nodiscard]] std::string help_for_unknown_key(std::string_view key, std::string_view section);

}  // namespace focus_billing
