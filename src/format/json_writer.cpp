#include "focus_billing/format/json_writer.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace focus_billing {

namespace {

using OrderedJson = nlohmann::ordered_json;

bool needs_escapes(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte > 0x7E || c == '"' || c == '\\';
}

std::string library_text(const OrderedJson& value) {
    return value.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

void break_line(std::string& json, std::size_t indentation, std::size_t depth) {
    if (indentation > 0)
        json.append(1, '\n').append(indentation * depth, ' ');
}

}  // namespace

void append_json_text(std::string_view text, std::string& json) {
    if (std::ranges::any_of(text, needs_escapes)) {
        json += library_text(text);
        return;
    }
    json.append(1, '"').append(text).append(1, '"');
}

std::string json_text(std::string_view text) {
    std::string json;
    append_json_text(text, json);
    return json;
}

Json::Json(std::initializer_list<Member> members) : m_kind(Kind::object) {
    m_items.reserve(members.size());
    m_names.reserve(members.size());
    for (const auto& member : members) {
        m_names.emplace_back(member.name);
        m_items.push_back(std::move(member.value));
    }
}

std::optional<Json> Json::parse(std::string_view json) {
    const auto value = OrderedJson::parse(json, nullptr, false);
    if (value.is_discarded())
        return std::nullopt;
    Json parsed;
    parsed.m_text = library_text(value);
    return parsed;
}

Json& Json::operator[](std::string_view name) {
    m_kind = Kind::object;
    const auto found = std::ranges::find(m_names, name);
    if (found != m_names.end())
        return m_items[static_cast<std::size_t>(found - m_names.begin())];
    m_names.emplace_back(name);
    return m_items.emplace_back();
}

void Json::erase(std::string_view name) {
    const auto found = std::ranges::find(m_names, name);
    if (found == m_names.end())
        return;
    m_items.erase(m_items.begin() + (found - m_names.begin()));
    m_names.erase(found);
}

void Json::push_back(Json item) {
    m_kind = Kind::array;
    m_items.push_back(std::move(item));
}

std::string Json::text(std::size_t indentation) const {
    std::string json;
    append_to(json, indentation, 0);
    return json;
}

void Json::append_to(std::string& json, std::size_t indentation, std::size_t depth) const {
    if (m_kind == Kind::written) {
        json += m_text;
        return;
    }
    if (m_kind == Kind::text) {
        append_json_text(m_text, json);
        return;
    }
    json += m_kind == Kind::object ? '{' : '[';
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        json += i == 0 ? "" : ",";
        break_line(json, indentation, depth + 1);
        if (m_kind == Kind::object) {
            append_json_text(m_names[i], json);
            json += indentation > 0 ? ": " : ":";
        }
        m_items[i].append_to(json, indentation, depth + 1);
    }
    if (!m_items.empty())
        break_line(json, indentation, depth);
    json += m_kind == Kind::object ? '}' : ']';
}

Json text_or_null(std::string_view text) {
    return text.empty() ? Json() : Json(text);
}

}  // namespace focus_billing
