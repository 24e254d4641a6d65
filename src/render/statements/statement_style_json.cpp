#include "focus_billing/render/statements/statement_style_json.hpp"

#include "focus_billing/format/escape.hpp"
#include "focus_billing/format/json.hpp"
#include "focus_billing/format/json_writer.hpp"
#include "render/record_fields.hpp"

namespace focus_billing {

namespace {

std::vector<DetailColumn> read_columns(const std::vector<JsonValue>& list) {
    std::vector<DetailColumn> columns;
    for (const auto& name : list) {
        columns.push_back(
            static_cast<DetailColumn>(record_choice(name, "a column", detail_column_names)));
    }
    return columns;
}

std::string read_logo(const std::string& text) {
    auto bytes = base64_bytes(text);
    if (!bytes)
        refuse_record("logo is no base64");
    return *std::move(bytes);
}

}  // namespace

std::string statement_style_json(const StatementStyle& style) {
    Json columns = Json::array();
    for (const auto column : style.columns)
        columns.push_back(detail_column_names[static_cast<std::size_t>(column)]);
    const Json json = {{"title", text_or_null(style.title)},
                       {"questions", text_or_null(style.questions)},
                       {"dispute", text_or_null(style.dispute)},
                       {"footer", text_or_null(style.footer)},
                       {"color", text_or_null(style.color)},
                       {"paper", paper_names[static_cast<std::size_t>(style.paper)]},
                       {"fonts", style.fonts},
                       {"columns", columns},
                       {"detail_rows", style.detail_rows},
                       {"logo", text_or_null(base64_text(style.logo))},
                       {"statement_template", text_or_null(style.statement_template)},
                       {"index_template", text_or_null(style.index_template)},
                       {"summary_template", text_or_null(style.summary_template)}};
    return json.text(2) + "\n";
}

StatementStyle read_statement_style(std::string_view json) {
    JsonValue record;
    require_json(parse_json(json, record));
    RecordFields fields(record, "the record");
    StatementStyle style;
    style.title = fields.text("title");
    style.questions = fields.text("questions");
    style.dispute = fields.text("dispute");
    style.footer = fields.text("footer");
    style.color = fields.text("color");
    style.paper = static_cast<Paper>(record_choice(fields.member("paper"), "paper", paper_names));
    style.fonts = fields.texts("fonts");
    style.columns = read_columns(fields.list("columns"));
    style.detail_rows = fields.number<std::uint32_t>("detail_rows");
    style.logo = read_logo(fields.text("logo"));
    style.statement_template = fields.text("statement_template");
    style.index_template = fields.text("index_template");
    style.summary_template = fields.text("summary_template");
    fields.finish();
    return style;
}

}  // namespace focus_billing
