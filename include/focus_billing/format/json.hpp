#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/format/byte_source.hpp"

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

/// Appends `text`, which is UTF-8, as a JSON string with its quotes: escaped are the quote, the
/// backslash and control characters (RFC 8259), all else stays as it is.
void append_json_string(std::string_view text, std::string& json);
[[nodiscard]] std::string json_string(std::string_view text);

enum class JsonKind : std::uint8_t { null, boolean, number, string, array, object };

struct JsonMember;

/// A value of a JSON text. Numbers keep their digits as they were written.
struct JsonValue {
    JsonKind kind = JsonKind::null;
    std::string text;  ///< of a string, a number, `true` or `false`
    std::vector<JsonValue> items;
    std::vector<JsonMember> members;  ///< in their order

    /// The member of this name, or null; of a value that is no object there is none.
    [[nodiscard]] const JsonValue* find(std::string_view name) const;
    /// The member at the end of a path such as `time.start`.
    [[nodiscard]] const JsonValue* find_path(std::string_view path) const;
    /// The text of the member at the end of a path that is a string, a number or a boolean; else
    /// empty.
    [[nodiscard]] std::string_view text_at(std::string_view path) const;
    [[nodiscard]] bool is_null() const { return kind == JsonKind::null; }
};

struct JsonMember {
    std::string name;
    JsonValue value;
};

/// Where a text stops being JSON, in bytes from 1; or 1 if it is nested more than 100 deep.
using JsonFault = std::optional<std::size_t>;

/// Reads a whole JSON text. `take` is called with each element of the array at a path such as
/// `charges.rows`, as it ends; one for which it returns true is left out. `value` has all that was
/// read until then.
[[nodiscard]] JsonFault parse_json(std::string_view text, JsonValue& value,
                                   std::string_view path = {},
                                   const std::function<bool(const JsonValue& element)>& take = {});

/// Calls `on_element` for each element of the array that is the text or, if it is an object, its
/// member `array`; `on_rest` for every other member of the object. Only one element is in memory at
/// a time.
[[nodiscard]] JsonFault
for_each_json_element(std::string_view text, std::string_view array,
                      const std::function<void(const JsonValue&)>& on_element,
                      const std::function<void(std::string_view, const JsonValue&)>& on_rest = {});

/// All bytes of a source, at most so many: above them nothing.
[[nodiscard]] std::optional<std::string> read_all(ByteSource& source, std::size_t most);

}  // namespace focus_billing
