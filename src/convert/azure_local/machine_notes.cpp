#include "convert/azure_local/machine_notes.hpp"

#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto comma = text.find(',');
        const auto part = trimmed(text.substr(0, comma));
        if (!part.empty())
            parts.emplace_back(part);
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
    }
    return parts;
}

}  // namespace

bool is_no(std::string_view text) {
    text = trimmed(text);
    return equals_ignoring_case(text, "false") || equals_ignoring_case(text, "no") || text == "0";
}

std::vector<std::string> names_in(const JsonValue* value) {
    if (value == nullptr)
        return {};
    if (value->kind == JsonKind::string)
        return parts_of(value->text);
    std::vector<std::string> names;
    for (const auto& item : value->items)
        names.emplace_back(trimmed(item.text));
    for (const auto& [name, member] : value->members) {
        if (!is_no(member.text) && !member.is_null())
            names.emplace_back(trimmed(name));
    }
    return names;
}

std::optional<Decimal> part_of_percentage(std::string_view text) {
    text = trimmed(text);
    if (text.ends_with('%'))
        text = trimmed(text.substr(0, text.size() - 1));
    const auto percent = parse_decimal(text);
    if (percent.fault != DecimalFault::none || percent.value < Decimal{} ||
        percent.value > whole_number(100))
        return std::nullopt;
    return product(percent.value, Decimal::of(1, 2));
}

}  // namespace focus_billing
