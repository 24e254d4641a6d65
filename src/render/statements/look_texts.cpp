#include "render/statements/look_texts.hpp"

namespace focus_billing {

namespace {

// The first sentence with the blank behind it.
std::string_view first_sentence(std::string_view text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if ((text[i] == '.' || text[i] == '!') && text[i + 1] == ' ')
            return text.substr(0, i + 2);
    }
    return text;
}

// The value of the placeholder that `text` begins with, and its size; nothing if it is none.
struct Placeholder {
    const std::string* value = nullptr;
    std::size_t size = 0;
};

Placeholder placeholder(std::string_view text, const LookValues& values) {
    const std::array<std::pair<std::string_view, const std::string*>, 3> known = {
        {{"{email}", &values.email}, {"{number}", &values.number}, {"{period}", &values.period}}};
    for (const auto& [name, value] : known) {
        if (text.starts_with(name))
            return {value, name.size()};
    }
    return {};
}

std::optional<std::string> filled_sentence(std::string_view sentence, const LookValues& values) {
    std::string filled;
    while (!sentence.empty()) {
        const auto found = placeholder(sentence, values);
        if (found.value != nullptr && found.value->empty())
            return std::nullopt;
        filled += found.value == nullptr ? sentence.substr(0, 1) : *found.value;
        sentence.remove_prefix(std::max<std::size_t>(found.size, 1));
    }
    return filled;
}

}  // namespace

std::string filled_look_text(std::string_view text, const LookValues& values) {
    std::string filled;
    while (!text.empty()) {
        const auto sentence = first_sentence(text);
        filled += filled_sentence(sentence, values).value_or("");
        text.remove_prefix(sentence.size());
    }
    filled.erase(filled.find_last_not_of(' ') + 1);
    return filled;
}

}  // namespace focus_billing
