#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace focus_billing {

enum class JsonToken : std::uint8_t {
    begin_object,
    end_object,
    begin_array,
    end_array,
    key,
    string,
    number,   ///< with the digits as they were written
    boolean,  ///< `true` or `false`
    null,
};

/// Reads JSON (ECMA-404) and calls `on_token` for each token with its text, decoded; the text
/// lives until `on_token` returns. Stops when it returns false. Returns the position, from 1, of
/// the character at which the text stops being JSON, if it does. Nesting costs no stack.
[[nodiscard]] std::optional<std::size_t>
read_json(std::string_view text,
          const std::function<bool(JsonToken token, std::string_view text)>& on_token);

}  // namespace focus_billing
