#include "focus_billing/render/statements/statement_style_json.hpp"

#include "focus_billing/format/escape.hpp"
#include "render/record_fields.hpp"
#include "render/statements/sections_json.hpp"

namespace focus_billing {

namespace {

using Json = nlohmann::ordered_json;

nlohmann::json parse(std::string_view json) {
    try {
        return nlohmann::json::parse(json.begin(), json.end());
    } catch (const nlohmann::json::parse_error& error) {
        refuse_record("no JSON at byte " + std::to_string(error.byte));
    }
}

std::vector<DetailColumn> read_columns(const nlohmann::json& list) {
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

std::string look_json(const StatementLook& look) {
    Json columns = Json::array();
    for (const auto column : look.columns)
        columns.push_back(detail_column_names[static_cast<std::size_t>(column)]);
    const Json json = {{"title", text_or_null(look.title)},
                       {"questions", text_or_null(look.questions)},
                       {"dispute", text_or_null(look.dispute)},
                       {"footer", text_or_null(look.footer)},
                       {"color", text_or_null(look.color)},
                       {"paper", paper_names[static_cast<std::size_t>(look.paper)]},
                       {"fonts", look.fonts},
                       {"columns", columns},
                       {"detail_rows", look.detail_rows},
                       {"logo", text_or_null(base64_text(look.logo))},
                       {"statement_template", text_or_null(look.statement_template)},
                       {"index_template", text_or_null(look.index_template)},
                       {"summary_template", text_or_null(look.summary_template)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

StatementLook read_look(std::string_view json) {
    const auto record = parse(json);
    RecordFields fields(record, "the record");
    StatementLook look;
    look.title = fields.text("title");
    look.questions = fields.text("questions");
    look.dispute = fields.text("dispute");
    look.footer = fields.text("footer");
    look.color = fields.text("color");
    look.paper = static_cast<Paper>(record_choice(fields.member("paper"), "paper", paper_names));
    look.fonts = fields.texts("fonts");
    look.columns = read_columns(fields.list("columns"));
    look.detail_rows = fields.number<std::uint32_t>("detail_rows");
    look.logo = read_logo(fields.text("logo"));
    look.statement_template = fields.text("statement_template");
    look.index_template = fields.text("index_template");
    look.summary_template = fields.text("summary_template");
    fields.finish();
    return look;
}

}  // namespace focus_billing
