#include "render/record_fields.hpp"

#include <algorithm>

#include "focus_billing/format/json.hpp"
#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

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

void require_json(const JsonFault& fault) {
    if (fault)
        refuse_record("no JSON at byte " + std::to_string(*fault));
}

std::string record_text(const JsonValue& value, std::string_view name) {
    if (value.is_null())
        return {};
    if (value.kind != JsonKind::string || value.text.empty())
        refuse_record(std::string(name) + " is no text");
    return value.text;
}

std::string record_amount(const JsonValue& value, std::string_view name) {
    auto text = record_text(value, name);
    if (!text.empty() && !is_decimal(text))
        refuse_record(std::string(name) + " is no decimal number");
    return text;
}

std::size_t record_choice(const JsonValue& value, std::string_view name,
                          std::span<const std::string_view> names) {
    const auto found = std::ranges::find(names, record_text(value, name));
    if (found == names.end())
        refuse_record(std::string(name) + " is none of the known words");
    return static_cast<std::size_t>(found - names.begin());
}

RecordFields::RecordFields(const JsonValue& object, std::string_view name)
    : m_object(object), m_name(name) {
    if (object.kind != JsonKind::object)
        refuse_record(m_name + " is no object");
}

const JsonValue& RecordFields::member(std::string_view key) {
    // Of several with one name the last counts.
    const auto& members = m_object.members;
    const auto found = std::find_if(members.rbegin(), members.rend(),
                                    [&](const JsonMember& member) { return member.name == key; });
    if (found == members.rend())
        refuse_record(m_name + " has no " + std::string(key));
    m_read.emplace(key);
    return found->value;
}

std::string RecordFields::text(std::string_view key) {
    return record_text(member(key), key);
}

std::string RecordFields::text_if_there(std::string_view key) {
    return m_object.find(key) == nullptr ? std::string() : text(key);
}

std::string RecordFields::amount(std::string_view key) {
    return record_amount(member(key), key);
}

const std::vector<JsonValue>& RecordFields::list(std::string_view key) {
    const JsonValue& value = member(key);
    if (value.kind != JsonKind::array)
        refuse_record(std::string(key) + " is no list");
    return value.items;
}

std::vector<std::string> RecordFields::texts(std::string_view key) {
    std::vector<std::string> texts;
    for (const JsonValue& value : list(key)) {
        if (value.kind != JsonKind::string)
            refuse_record(std::string(key) + " is no list of texts");
        texts.push_back(value.text);
    }
    return texts;
}

void RecordFields::finish() const {
    std::set<std::string_view> unknown;
    for (const auto& member : m_object.members) {
        if (!m_read.contains(member.name))
            unknown.insert(member.name);
    }
    if (!unknown.empty())
        refuse_record(m_name + " has an unknown " + std::string(*unknown.begin()));
}

}  // namespace focus_billing
