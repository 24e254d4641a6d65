#pragma once

#include <charconv>
#include <concepts>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/format/json.hpp"

namespace focus_billing {

/// Throws the Error FB710: a record in the database is not as it was written. `what` says why.
[[noreturn]] void refuse_record(const std::string& what);

/// Refuses a record that is no JSON.
void require_json(const JsonFault& fault);

/// Values of a record; `name` is that of refusals.
/// Null stands for an empty text, which is not written otherwise.
[[nodiscard]] std::string record_text(const JsonValue& value, std::string_view name);
/// A decimal number of at most 57 digits before the point and 38 behind it, or null.
[[nodiscard]] std::string record_amount(const JsonValue& value, std::string_view name);

template <std::integral Number>
[[nodiscard]] Number record_number(const JsonValue& value, std::string_view name) {
    Number number = 0;
    const auto* const end = value.text.data() + value.text.size();
    const auto result = std::from_chars(value.text.data(), end, number);
    if (value.kind != JsonKind::number || result.ec != std::errc() || result.ptr != end)
        refuse_record(std::string(name) + " is no such number");
    return number;
}

/// The place of a word in `names`.
[[nodiscard]] std::size_t record_choice(const JsonValue& value, std::string_view name,
                                        std::span<const std::string_view> names);

/// The members of one JSON object of a record. What is missing, of another type or unknown is
/// refused. `object` must outlive this.
class RecordFields {
public:
    /// `name` is that of the object in refusals.
    RecordFields(const JsonValue& object, std::string_view name);

    [[nodiscard]] std::string text(std::string_view key);
    /// Empty if it is missing, as it is in records of earlier versions.
    [[nodiscard]] std::string text_if_there(std::string_view key);
    [[nodiscard]] std::string amount(std::string_view key);
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);
    template <std::integral Number>
    [[nodiscard]] Number number(std::string_view key) {
        return record_number<Number>(member(key), key);
    }
    /// A list, of anything.
    [[nodiscard]] const std::vector<JsonValue>& list(std::string_view key);
    /// Anything at all.
    [[nodiscard]] const JsonValue& member(std::string_view key);

    /// Refuses members that were not asked for.
    void finish() const;

private:
    const JsonValue& m_object;
    std::string m_name;
    std::set<std::string, std::less<>> m_read;
};

}  // namespace focus_billing
