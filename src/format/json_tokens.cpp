#include "focus_billing/format/json_tokens.hpp"

#include <nlohmann/json.hpp>

namespace focus_billing {

namespace {

using Json = nlohmann::json;

class Handler : public nlohmann::json_sax<Json> {
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

}  // namespace

std::optional<std::size_t>
read_json(std::string_view text,
          const std::function<bool(JsonToken token, std::string_view text)>& on_token) {
    Handler handler(on_token);
    Json::sax_parse(text, &handler);
    return handler.fault();
}

}  // namespace focus_billing
