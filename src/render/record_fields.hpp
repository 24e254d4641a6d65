#pragma once

#include <concepts>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace focus_billing {

/// Throws the Error FB710: a record in the database is not as it was written. `what` says why.
[[noreturn]] void refuse_record(const std::string& what);

/// Values of a record; `name` is that of refusals.
/// Null stands for an empty text, which is not written otherwise.
[[nodiscard]] std::string record_text(const nlohmann::json& value, std::string_view name);
/// A decimal number of at most 57 digits before the point and 38 behind it, or null.
[[nodiscard]] std::string record_amount(const nlohmann::json& value, std::string_view name);

template <std::integral Number>
[[nodiscard]] Number record_number(const nlohmann::json& value, std::string_view name) {
    if (value.is_number_unsigned() && std::in_range<Number>(value.get<std::uint64_t>()))
        return static_cast<Number>(value.get<std::uint64_t>());
    if (value.is_number_integer() && !value.is_number_unsigned() &&
        std::in_range<Number>(value.get<std::int64_t>()))
        return static_cast<Number>(value.get<std::int64_t>());
    refuse_record(std::string(name) + " is no such number");
}

/// The place of a word in `names`.
[[nodiscard]] std::size_t record_choice(const nlohmann::json& value, std::string_view name,
                                        std::span<const std::string_view> names);

/// The members of one JSON object of a record. What is missing, of another type or unknown is
/// refused. `object` must outlive this.
class RecordFields {
public:
    /// `name` is that of the object in refusals.
    RecordFields(const nlohmann::json& object, std::string_view name);

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
    [[nodiscard]] const nlohmann::json& list(std::string_view key);
    /// Anything at all.
    [[nodiscard]] const nlohmann::json& member(std::string_view key);

    /// Refuses members that were not asked for.
    void finish() const;

private:
    const nlohmann::json& m_object;
    std::string m_name;
    std::set<std::string, std::less<>> m_read;
};

}  // namespace focus_billing
