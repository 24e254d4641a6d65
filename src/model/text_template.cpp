#include "focus_billing/model/text_template.hpp"

namespace focus_billing {

namespace {

constexpr std::string_view tag_prefix = "tag:";

void add_literal(TextTemplate& result, std::string_view text) {
    if (text.empty())
        return;
    if (result.parts.empty() || result.parts.back().kind != TemplatePart::Kind::literal)
        result.parts.push_back({TemplatePart::Kind::literal, {}});
    result.parts.back().text += text;
}

TemplatePart placeholder(std::string_view name) {
    return name.starts_with(tag_prefix)
               ? TemplatePart{TemplatePart::Kind::tag, std::string(name.substr(tag_prefix.size()))}
               : TemplatePart{TemplatePart::Kind::group, std::string(name)};
}

}  // namespace

bool read_cell_template(std::string_view text, const std::function<void(std::string_view)>& keep,
                        const std::function<void(std::string_view)>& put) {
    while (!text.empty()) {
        const auto brace = text.find_first_of("{}");
        if (brace == std::string_view::npos) {
            keep(text);
            return true;
        }
        keep(text.substr(0, brace));
        const char kind = text[brace];
        text.remove_prefix(brace + 1);
        if (text.starts_with(kind)) {
            keep(text.substr(0, 1));
            text.remove_prefix(1);
            continue;
        }
        const auto close = text.find_first_of("{}");
        if (kind == '}' || close == std::string_view::npos || text[close] != '}' || close == 0)
            return false;
        put(text.substr(0, close));
        text.remove_prefix(close + 1);
    }
    return true;
}

TextTemplate parse_template(std::string_view text) {
    TextTemplate result;
    while (!text.empty()) {
        const std::size_t brace = text.find('{');
        add_literal(result, text.substr(0, brace));
        if (brace == std::string_view::npos)
            break;
        text.remove_prefix(brace + 1);
        if (text.starts_with('{')) {
            add_literal(result, "{");
            text.remove_prefix(1);
            continue;
        }
        const std::size_t end = text.find('}');
        if (end == std::string_view::npos) {
            result.fault = "a '{' that is never closed";
            break;
        }
        TemplatePart part = placeholder(text.substr(0, end));
        if (part.text.empty() && result.fault.empty())
            result.fault = "a placeholder without a name";
        result.parts.push_back(std::move(part));
        text.remove_prefix(end + 1);
    }
    return result;
}

}  // namespace focus_billing
