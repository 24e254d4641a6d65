#include "focus_billing/render/reports/charge_json.hpp"

#include <algorithm>

#include "focus_billing/format/json_tokens.hpp"
#include "focus_billing/render/reports/file_report_json.hpp"

namespace focus_billing {

namespace {

bool is_json_object(std::string_view text) {
    bool first = true;
    bool is_object = false;
    const auto fault = read_json(text, [&](JsonToken token, std::string_view) {
        is_object = first ? token == JsonToken::begin_object : is_object;
        first = false;
        return is_object;
    });
    return is_object && !fault;
}

std::string array_of_names(std::string_view names) {
    std::string array = "[";
    while (!names.empty()) {
        const auto name = names.substr(0, names.find(','));
        if (array.size() > 1)
            array += ',';
        array += json_text(name);
        names.remove_prefix(std::min(names.size(), name.size() + 1));
    }
    array += ']';
    return array;
}

// Tags go out as they are stored, so that their numbers keep every digit.
std::string tags_value(std::string_view tags, bool at_fault) {
    return !at_fault && is_json_object(tags) ? std::string(tags) : json_text(tags);
}

std::string value(const StoredCharge& charge, std::size_t column) {
    const auto& cell = charge.cells[column];
    if (!cell)
        return "null";
    switch (charge_columns[column].kind) {
    case CellKind::integer: return std::string(*cell);
    case CellKind::truth: return *cell == "0" ? "false" : "true";
    case CellKind::flags: return array_of_names(*cell);
    case CellKind::tags:
        return tags_value(*cell, charge.cells[charge_column("x_TagsFault")].has_value());
    case CellKind::text:
    case CellKind::amount: break;
    }
    return json_text(*cell);
}

class ChargeJson : public ChargeList {
public:
    std::string begin() override { return "["; }

    std::string add(const StoredCharge& charge) override {
        std::string object = m_first ? "\n{" : ",\n{";
        m_first = false;
        for (std::size_t i = 0; i < charge_columns.size(); ++i) {
            object += i == 0 ? "\"" : ",\"";
            object += charge_columns[i].name;
            object += "\":";
            object += value(charge, i);
        }
        return object + "}";
    }

    std::string end(std::uint64_t) override { return "]\n"; }

private:
    bool m_first = true;
};

}  // namespace

std::unique_ptr<ChargeList> make_charge_json() {
    return std::make_unique<ChargeJson>();
}

}  // namespace focus_billing
