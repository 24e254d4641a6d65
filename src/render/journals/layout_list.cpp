#include "focus_billing/render/journals/layout_list.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "render/statements/sections_json.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

std::string value_text(const TextTemplate& value) {
    std::string text;
    for (const auto& part : value.parts)
        text += part.kind == TemplatePart::Kind::literal ? part.text : "{" + part.text + "}";
    return text;
}

TextRow column_row(std::size_t number, const LayoutColumn& column, LayoutForm form) {
    const bool is_fixed = form == LayoutForm::fixed;
    return {is_fixed ? fmt::format("{}-{}", column.start, column.start + column.width - 1)
                     : std::to_string(number),
            column.name.empty() ? "-" : column.name,
            column.width == 0 ? "-" : std::to_string(column.width), value_text(column.value)};
}

}  // namespace

std::string layout_list_text(const std::vector<LayoutSummary>& layouts) {
    std::vector<TextRow> rows = {{"layout", "what it is", "file"}};
    for (const auto& layout : layouts) {
        rows.push_back({layout.name, layout.description,
                        layout.file.empty() ? "part of the program" : layout.file});
    }
    return plain_table(rows, 0);
}

std::string layout_list_json(const std::vector<LayoutSummary>& layouts) {
    auto json = nlohmann::ordered_json::array();
    for (const auto& layout : layouts) {
        json.push_back({{"name", layout.name},
                        {"description", layout.description},
                        {"file", text_or_null(layout.file)}});
    }
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string layout_columns_text(const JournalLayout& layout) {
    std::string text = fmt::format("{} is fine: {}\n", layout.name, layout.description);
    for (std::size_t i = 0; i < record_kind_count; ++i) {
        const auto& columns = layout.records[i];
        if (columns.empty())
            continue;
        std::vector<TextRow> rows = {
            {layout.form == LayoutForm::fixed ? "position" : "column", "name", "width", "value"}};
        for (std::size_t place = 0; place < columns.size(); ++place)
            rows.push_back(column_row(place + 1, columns[place], layout.form));
        text += fmt::format("\n{}\n", record_kind_names[i]) + plain_table(rows, 2);
    }
    return text;
}

}  // namespace focus_billing
