#include "focus_billing/config/environment.hpp"

#include <algorithm>

namespace focus_billing {

namespace {

constexpr std::string_view opening = "${";
constexpr std::string_view escaped = "$${";

bool is_name(std::string_view name) {
    const auto belongs = [](char character) {
        return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z') ||
               (character >= '0' && character <= '9') || character == '_';
    };
    return !name.empty() && std::ranges::all_of(name, belongs) &&
           !(name.front() >= '0' && name.front() <= '9');
}

/// The name of the reference that `rest` begins with, or "" if it is malformed.
std::string_view referenced_name(std::string_view rest) {
    const std::size_t end = rest.find('}');
    if (end == std::string_view::npos) {
        return {};
    }
    const std::string_view name = rest.substr(opening.size(), end - opening.size());
    return is_name(name) ? name : std::string_view{};
}

void append_variable(ExpandedText& result, const std::string& name,
                     const Environment& environment) {
    const auto value = environment ? environment(name) : std::nullopt;
    if (value) {
        result.text += *value;
    } else if (std::ranges::find(result.missing, name) == result.missing.end()) {
        result.missing.push_back(name);
    }
}

}  // namespace

ExpandedText expand_environment(std::string_view text, const Environment& environment) {
    ExpandedText result;
    while (!text.empty()) {
        if (text.starts_with(escaped)) {
            result.text += opening;
            text.remove_prefix(escaped.size());
        } else if (text.starts_with(opening)) {
            const std::string_view name = referenced_name(text);
            if (name.empty()) {
                result.malformed = true;
                return result;
            }
            append_variable(result, std::string(name), environment);
            text.remove_prefix(opening.size() + name.size() + 1);
        } else {
            result.text += text.front();
            text.remove_prefix(1);
        }
    }
    return result;
}

std::string escape_references(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        if (text.starts_with(opening)) {
            result += '$';
        }
        result += text.front();
        text.remove_prefix(1);
    }
    return result;
}

}  // namespace focus_billing
