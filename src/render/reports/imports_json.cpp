#include "focus_billing/render/reports/imports_json.hpp"

#include <nlohmann/json.hpp>

#include "focus_billing/render/reports/difference_json.hpp"

namespace focus_billing {

namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <class Value>
Json or_null(const std::optional<Value>& value) {
    return value ? Json(*value) : Json();
}

Json total_json(const ImportTotal& total) {
    return {{"period", total.period.text()},
            {"currency", total.currency},
            {"charges", total.charges},
            {"billed", total.billed},
            {"list", or_null(total.list)},
            {"effective", or_null(total.effective)},
            {"held", total.held},
            {"held_cost", total.held_cost}};
}

Json record_json(const ImportRecord& import) {
    Json json = {{"import", import.number},
                 {"imported_at", import.imported_at},
                 {"source", import.source},
                 {"series", import.series.empty() ? Json() : Json(import.series)},
                 {"file", import.file_name},
                 {"size", import.file_size},
                 {"sha256", import.sha256},
                 {"os_user", import.os_user},
                 {"actor", or_null(import.actor)},
                 {"cost", import.cost},
                 {"rows", import.rows_read},
                 {"stored", import.stored},
                 {"unchanged", import.unchanged},
                 {"corrected", import.corrected},
                 {"rejected", import.rejected},
                 {"held", import.held},
                 {"review", or_null(import.review)},
                 {"mends", or_null(import.mends)},
                 {"first_charge", or_null(import.first_charge)},
                 {"last_charge", or_null(import.last_charge)},
                 {"billed", Json::array()},
                 {"periods", Json::array()},
                 {"months", Json::array()}};
    for (const auto& billed : import.billed)
        json["billed"].push_back({{"currency", billed.currency}, {"amount", billed.amount}});
    for (const auto& total : import.totals)
        json["periods"].push_back(total_json(total));
    for (const auto& period : import.periods) {
        json["months"].push_back({{"period", period.period.text()},
                                  {"kind", name_of(period.kind)},
                                  {"supersedes", period.supersedes},
                                  {"superseded_by", or_null(period.superseded_by)}});
    }
    return json;
}

Json flags_json(const FlagCounts& flags) {
    Json json = Json::object();
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (flags[i] > 0)
            json[std::string(flag_names[i])] = flags[i];
    }
    return json;
}

Json files_json(const std::vector<ImportedFile>& files) {
    Json json = Json::array();
    for (const auto& file : files) {
        json.push_back({{"file", file.name},
                        {"size", file.file_size},
                        {"sha256", file.sha256},
                        {"rows", file.rows_read}});
    }
    return json;
}

}  // namespace

std::string imports_json(const std::vector<ImportRecord>& imports) {
    std::string text = R"({"command":"imports list","imports":[)";
    for (std::size_t i = 0; i < imports.size(); ++i)
        text += (i == 0 ? "\n" : ",\n") + dump(record_json(imports[i]));
    return text + "],\n\"exit_code\":0}\n";
}

std::string import_json(const ImportRecord& import, const FlagCounts& flags,
                        const std::vector<DifferenceTotal>& totals,
                        const Differences& differences) {
    Json json = record_json(import);
    json["flags"] = flags_json(flags);
    if (!import.files.empty())
        json["files"] = files_json(import.files);
    json["differences"] = Json::parse(difference_totals_json(totals));
    std::string text = R"({"command":"imports show","import":)" + dump(json) +
                       ",\n\"difference_rows\":[";
    bool first = true;
    differences({}, [&](const DifferenceRow& row) {
        text += (first ? "\n" : ",\n") + difference_json(row);
        first = false;
    });
    return text + "],\n\"exit_code\":0}\n";
}

}  // namespace focus_billing
