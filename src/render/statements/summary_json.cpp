#include "focus_billing/render/statements/summary_json.hpp"

#include "render/statements/sections_json.hpp"
#include "focus_billing/render/statements/summary_csv.hpp"

namespace focus_billing {

namespace {

using Json = nlohmann::ordered_json;

Json row_json(const SummaryTable& table, const SummaryRow& row) {
    Json json = Json::object();
    for (std::size_t i = 0; i < table.keys.size(); ++i)
        json[table.keys[i]] = text_or_null(row.names.at(i));
    json["currency"] = text_or_null(row.currency);
    json["statements"] = row.statements;
    json["charges"] = row.charges;
    json["list"] = text_or_null(row.list);
    json["discount"] = text_or_null(row.discount);
    json["discount_percent"] = text_or_null(row.discount_percent);
    json["due"] = text_or_null(row.due);
    return json;
}

Json table_json(const SummaryTable& table) {
    Json rows = Json::array();
    for (const auto& row : table.rows)
        rows.push_back(row_json(table, row));
    return {{"name", table.name}, {"keys", table.keys}, {"rows", rows}};
}

}  // namespace

nlohmann::ordered_json index_row_json(const IndexRow& row) {
    return {{"number", text_or_null(row.number)},
            {"version", row.version == 0 ? Json() : Json(row.version)},
            {"status", index_status(row)},
            {"pi_email", text_or_null(row.key.pi_email)},
            {"project_id", text_or_null(row.key.project_id)},
            {"currency", text_or_null(row.key.currency)},
            {"charges", row.charges},
            {"list", text_or_null(row.list)},
            {"discount", text_or_null(row.discount)},
            {"due", text_or_null(row.due)},
            {"pdf", text_or_null(row.pdf)},
            {"html", text_or_null(row.html)},
            {"csv", text_or_null(row.csv)},
            {"json", text_or_null(row.json)}};
}

std::string summary_json(const StatementSummary& summary) {
    Json tables = Json::array();
    for (const auto& table : summary.tables)
        tables.push_back(table_json(table));
    Json index = Json::array();
    for (const auto& row : summary.index)
        index.push_back(index_row_json(row));
    const Json json = {{"organization", text_or_null(summary.organization)},
                       {"unit", text_or_null(summary.unit)},
                       {"period", text_or_null(summary.period)},
                       {"issue_date", text_or_null(summary.issue_date)},
                       {"is_draft", summary.is_draft},
                       {"tables", tables},
                       {"index", index}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace focus_billing
