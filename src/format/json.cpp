#include "focus_billing/format/json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace focus_billing {

namespace {

using Parser = nlohmann::json;

class Handler : public nlohmann::json_sax<Parser> {
public:
    using OnToken = std::function<bool(JsonToken, std::string_view)>;

    explicit Handler(const OnToken& on_token) : m_on_token(on_token) {}

    bool null() override { return m_on_token(JsonToken::null, {}); }
    bool boolean(bool value) override {
        return m_on_token(JsonToken::boolean, value ? "true" : "false");
    }
    bool number_integer(number_integer_t value) override {
        return m_on_token(JsonToken::number, std::to_string(value));
    }
    bool number_unsigned(number_unsigned_t value) override {
        return m_on_token(JsonToken::number, std::to_string(value));
    }
    bool number_float(number_float_t, const string_t& literal) override {
        return m_on_token(JsonToken::number, literal);
    }
    bool string(string_t& value) override { return m_on_token(JsonToken::string, value); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return m_on_token(JsonToken::begin_object, {}); }
    bool key(string_t& value) override { return m_on_token(JsonToken::key, value); }
    bool end_object() override { return m_on_token(JsonToken::end_object, {}); }
    bool start_array(std::size_t) override { return m_on_token(JsonToken::begin_array, {}); }
    bool end_array() override { return m_on_token(JsonToken::end_array, {}); }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception&) override {
        m_fault = position;
        return false;
    }

    [[nodiscard]] std::optional<std::size_t> fault() const { return m_fault; }

private:
    const OnToken& m_on_token;
    std::optional<std::size_t> m_fault;
};

JsonKind kind_of(JsonToken token) {
    switch (token) {
    case JsonToken::begin_object: return JsonKind::object;
    case JsonToken::begin_array: return JsonKind::array;
    case JsonToken::string: return JsonKind::string;
    case JsonToken::number: return JsonKind::number;
    case JsonToken::boolean: return JsonKind::boolean;
    default: return JsonKind::null;
    }
}

// Builds one value from tokens.
class Builder {
public:
    explicit Builder(JsonValue& root) : m_root(root) {}

    [[nodiscard]] bool is_complete() const { return m_started && m_open.empty(); }
    /// Values are taken apart by recursion, which must not use up the stack.
    [[nodiscard]] bool is_too_deep() const { return m_open.size() > deepest; }

    void take(JsonToken token, std::string_view text) {
        if (token == JsonToken::key) {
            m_open.back()->members.push_back({std::string(text), JsonValue{}});
            return;
        }
        if (token == JsonToken::end_object || token == JsonToken::end_array) {
            m_open.pop_back();
            return;
        }
        JsonValue& value = place();
        value.kind = kind_of(token);
        value.text = text;
        if (token == JsonToken::begin_object || token == JsonToken::begin_array)
            m_open.push_back(&value);
    }

    /// The open array at the end of a path of names, if it has elements that ended.
    [[nodiscard]] std::vector<JsonValue>* elements_at(const std::vector<std::string_view>& path) {
        if (m_open.size() != path.size() + 1 || m_open.back()->kind != JsonKind::array)
            return nullptr;
        for (std::size_t i = 0; i < path.size(); ++i) {
            if (m_open[i]->kind != JsonKind::object || m_open[i]->members.back().name != path[i])
                return nullptr;
        }
        auto& elements = m_open.back()->items;
        return elements.empty() ? nullptr : &elements;
    }

private:
    // Only the last child of an open value is open itself, so that pointers stay.
    JsonValue& place() {
        m_started = true;
        if (m_open.empty())
            return m_root;
        JsonValue& parent = *m_open.back();
        if (parent.kind == JsonKind::array)
            return parent.items.emplace_back();
        return parent.members.back().value;
    }

    static constexpr std::size_t deepest = 100;

    JsonValue& m_root;
    std::vector<JsonValue*> m_open;
    bool m_started = false;
};

std::vector<std::string_view> names_of(std::string_view path) {
    std::vector<std::string_view> names;
    while (!path.empty()) {
        names.push_back(path.substr(0, path.find('.')));
        path.remove_prefix(std::min(names.back().size() + 1, path.size()));
    }
    return names;
}

// Cuts the outermost object or array into its parts.
class Elements {
public:
    Elements(std::string_view array, const std::function<void(const JsonValue&)>& on_element,
             const std::function<void(std::string_view, const JsonValue&)>& on_rest)
        : m_array(array), m_on_element(on_element), m_on_rest(on_rest) {}

    bool take(JsonToken token, std::string_view text) {
        if (m_builder) {
            build(token, text);
            return !m_too_deep;
        }
        if (m_depth == 0) {
            m_in_array = token == JsonToken::begin_array;
            m_depth = 1;
            return m_in_array || token == JsonToken::begin_object;
        }
        if (token == JsonToken::key) {
            m_key = text;
        } else if (token == JsonToken::end_array || token == JsonToken::end_object) {
            --m_depth;
            m_in_array = false;
        } else if (!m_in_array && m_key == m_array && token == JsonToken::begin_array) {
            m_in_array = true;
            ++m_depth;
        } else {
            m_value = JsonValue{};
            m_builder.emplace(m_value);
            build(token, text);
        }
        return true;
    }

    [[nodiscard]] bool is_too_deep() const { return m_too_deep; }

private:
    void build(JsonToken token, std::string_view text) {
        m_builder->take(token, text);
        m_too_deep = m_builder->is_too_deep();
        if (!m_builder->is_complete())
            return;
        m_builder.reset();
        if (m_in_array) {
            m_on_element(m_value);
        } else if (m_on_rest) {
            m_on_rest(m_key, m_value);
        }
    }

    std::string_view m_array;
    const std::function<void(const JsonValue&)>& m_on_element;
    const std::function<void(std::string_view, const JsonValue&)>& m_on_rest;
    std::optional<Builder> m_builder;
    JsonValue m_value;
    std::string m_key;
    int m_depth = 0;
    bool m_in_array = false;
    bool m_too_deep = false;
};

}  // namespace

std::optional<std::size_t>
read_json(std::string_view text,
          const std::function<bool(JsonToken token, std::string_view text)>& on_token) {
    Handler handler(on_token);
    Parser::sax_parse(text, &handler);
    return handler.fault();
}

void append_json_string(std::string_view text, std::string& json) {
    static constexpr std::string_view digits = "0123456789abcdef";
    json += '"';
    const bool is_plain = std::ranges::none_of(
        text, [](char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; });
    if (is_plain) {
        json += text;
        json += '"';
        return;
    }
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (byte < 0x20) {
            json += "\\u00";
            json += digits[byte >> 4U];
            json += digits[byte & 0xFU];
        } else {
            json += c;
        }
    }
    json += '"';
}

std::string json_string(std::string_view text) {
    std::string json;
    append_json_string(text, json);
    return json;
}

const JsonValue* JsonValue::find(std::string_view name) const {
    const auto found = std::ranges::find(members, name, &JsonMember::name);
    return found == members.end() ? nullptr : &found->value;
}

const JsonValue* JsonValue::find_path(std::string_view path) const {
    const JsonValue* value = this;
    while (value != nullptr && !path.empty()) {
        const auto point = path.find('.');
        value = value->find(path.substr(0, point));
        path = point == std::string_view::npos ? std::string_view() : path.substr(point + 1);
    }
    return value;
}

std::string_view JsonValue::text_at(std::string_view path) const {
    const auto* value = find_path(path);
    return value == nullptr ? std::string_view() : value->text;
}

JsonFault parse_json(std::string_view text, JsonValue& value, std::string_view path,
                     const std::function<bool(const JsonValue& element)>& take) {
    const auto names = names_of(path);
    value = JsonValue{};
    Builder builder(value);
    const auto fault = read_json(text, [&](JsonToken token, std::string_view token_text) {
        builder.take(token, token_text);
        auto* const elements = take ? builder.elements_at(names) : nullptr;
        if (elements != nullptr && take(elements->back()))
            elements->pop_back();
        return !builder.is_too_deep();
    });
    return builder.is_too_deep() ? JsonFault(1) : fault;
}

JsonFault
for_each_json_element(std::string_view text, std::string_view array,
                      const std::function<void(const JsonValue&)>& on_element,
                      const std::function<void(std::string_view, const JsonValue&)>& on_rest) {
    Elements elements(array, on_element, on_rest);
    const auto fault = read_json(text, [&](JsonToken token, std::string_view token_text) {
        return elements.take(token, token_text);
    });
    return elements.is_too_deep() ? JsonFault(1) : fault;
}

std::optional<std::string> read_all(ByteSource& source, std::size_t most) {
    constexpr std::size_t chunk = std::size_t{1} << 20U;
    std::string text;
    while (true) {
        const auto size = text.size();
        text.resize(size + chunk);
        const auto count = source.read(text.data() + size, chunk);
        text.resize(size + count);
        if (count == 0)
            return text;
        if (text.size() > most)
            return std::nullopt;
    }
}

}  // namespace focus_billing
