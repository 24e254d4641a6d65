#pragma once

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace focus_billing {

/// A text as a JSON string, as reports have it: with the short escapes (`\n`, not `\u000a`), and
/// U+FFFD for what is no UTF-8.
void append_json_text(std::string_view text, std::string& json);
[[nodiscard]] std::string json_text(std::string_view text);

/// A JSON value to be written (one that was read is a JsonValue). Members keep the order in which
/// they were added; there are no numbers but integers.
class Json {
public:
    struct Member;

    Json() = default;  ///< null
    Json(std::string text) : m_kind(Kind::text), m_text(std::move(text)) {}
    Json(std::string_view text) : Json(std::string(text)) {}
    Json(const char* text) : Json(std::string(text)) {}
    template <std::integral Number>
    Json(Number number) : m_text(written(number)) {}
    /// Null for what is not there.
    template <class Value>
    Json(const std::optional<Value>& value) {
        if (value)
            *this = Json(*value);
    }
    template <class Value>
    Json(const std::vector<Value>& values) : m_kind(Kind::array) {
        for (const auto& value : values)
            m_items.emplace_back(value);
    }
    /// An object: `{{"period", "2025-01"}, {"charges", 7}}`. No name may come twice.
    Json(std::initializer_list<Member> members);

    [[nodiscard]] static Json array() { return Json(Kind::array); }
    [[nodiscard]] static Json object() { return Json(Kind::object); }
    /// What a JSON text says, on one line; nothing if it is none.
    [[nodiscard]] static std::optional<Json> parse(std::string_view json);

    /// The member of this name of an object, added as null if there is none. Null becomes an
    /// object.
    Json& operator[](std::string_view name);
    void erase(std::string_view name);
    /// Adds to an array. Null becomes an array.
    void push_back(Json item);

    /// The text, without a newline at its end: on one line or, indented by so many spaces, with
    /// each member and item on its own.
    [[nodiscard]] std::string text(std::size_t indentation = 0) const;

private:
    enum class Kind : std::uint8_t { written, text, array, object };

    explicit Json(Kind kind) : m_kind(kind) {}

    template <std::integral Number>
    [[nodiscard]] static std::string written(Number number) {
        if constexpr (std::is_same_v<Number, bool>)
            return number ? "true" : "false";
        else
            return std::to_string(number);
    }

    void append_to(std::string& json, std::size_t indentation, std::size_t depth) const;

    Kind m_kind = Kind::written;
    std::string m_text = "null";       ///< what is written, or a text that is not escaped yet
    std::vector<Json> m_items;         ///< of an array, or the values of an object
    std::vector<std::string> m_names;  ///< of an object
};

struct Json::Member {
    std::string_view name;
    mutable Json value;  ///< moved out of the list it is written in, which is const
};

/// Null for an empty text.
[[nodiscard]] Json text_or_null(std::string_view text);

/// Null for 0.
template <std::integral Number>
[[nodiscard]] Json number_or_null(Number number) {
    return number == 0 ? Json() : Json(number);
}

}  // namespace focus_billing
