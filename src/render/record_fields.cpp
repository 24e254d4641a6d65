#include "render/record_fields.hpp"

#include <algorithm>

#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

using Json = nlohmann::json;

bool is_digits(std::string_view text, std::size_t most) {
    return !text.empty() && text.size() <= most &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_decimal(std::string_view text) {
    constexpr std::size_t most_before_point = 57;
    constexpr std::size_t most_behind_point = 38;
    if (text.starts_with('-'))
        text.remove_prefix(1);
    const auto point = text.find('.');
    return is_digits(text.substr(0, point), most_before_point) &&
           (point == std::string_view::npos ||
            is_digits(text.substr(point + 1), most_behind_point));
}

}  // namespace

void refuse_record(const std::string& what) {
    throw Error(ErrorKind::environment,
                make_diagnostic(710, {}, "the record is damaged", what,
                                "compare with a backup that passes 'focus-billing check'"));
}

std::string record_text(const Json& value, std::string_view name) {
    if (value.is_null())
        return {};
    if (!value.is_string() || value.get_ref<const std::string&>().empty())
        refuse_record(std::string(name) + " is no text");
    return value.get<std::string>();
}

std::string record_amount(const Json& value, std::string_view name) {
    auto text = record_text(value, name);
    if (!text.empty() && !is_decimal(text))
        refuse_record(std::string(name) + " is no decimal number");
    return text;
}

std::size_t record_choice(const Json& value, std::string_view name,
                          std::span<const std::string_view> names) {
    const auto found = std::ranges::find(names, record_text(value, name));
    if (found == names.end())
        refuse_record(std::string(name) + " is none of the known words");
    return static_cast<std::size_t>(found - names.begin());
}

RecordFields::RecordFields(const Json& object, std::string_view name)
    : m_object(object), m_name(name) {
    if (!object.is_object())
        refuse_record(m_name + " is no object");
}

const Json& RecordFields::member(std::string_view key) {
    const auto found = m_object.find(key);
    if (found == m_object.end())
        refuse_record(m_name + " has no " + std::string(key));
    m_read.emplace(key);
    return *found;
}

std::string RecordFields::text(std::string_view key) {
    return record_text(member(key), key);
}

std::string RecordFields::text_if_there(std::string_view key) {
    return m_object.contains(key) ? text(key) : std::string();
}

std::string RecordFields::amount(std::string_view key) {
    return record_amount(member(key), key);
}

const Json& RecordFields::list(std::string_view key) {
    const Json& value = member(key);
    if (!value.is_array())
        refuse_record(std::string(key) + " is no list");
    return value;
}

std::vector<std::string> RecordFields::texts(std::string_view key) {
    std::vector<std::string> texts;
    for (const Json& value : list(key)) {
        if (!value.is_string())
            refuse_record(std::string(key) + " is no list of texts");
        texts.push_back(value.get<std::string>());
    }
    return texts;
}

void RecordFields::finish() const {
    for (const auto& [key, value] : m_object.items()) {
        if (!m_read.contains(key))
            refuse_record(m_name + " has an unknown " + key);
    }
}

}  // namespace focus_billing
