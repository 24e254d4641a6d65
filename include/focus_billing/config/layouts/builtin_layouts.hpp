#pragma once

#include <span>
#include <string_view>

namespace focus_billing {

/// A built-in layout: a file of config/layouts/.
struct BuiltinLayout {
    std::string_view name;
    std::string_view text;
};

/// By name.
[[nodiscard]] std::span<const BuiltinLayout> builtin_layouts();

}  // namespace focus_billing
