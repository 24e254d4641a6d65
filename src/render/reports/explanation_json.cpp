#include <nlohmann/json.hpp>

#include <algorithm>

#include "focus_billing/render/reports/explanation.hpp"
#include "render/reports/history_steps.hpp"

namespace focus_billing {

namespace {

using Json = nlohmann::ordered_json;

template <class Value>
Json or_null(const std::optional<Value>& value) {
    return value ? Json(*value) : Json();
}

Json event_json(const Event& event) {
    return {{"audit_entry", event.entry == 0 ? Json() : Json(event.entry)},
            {"at", event.at},
            {"os_user", event.os_user},
            {"actor", or_null(event.actor)}};
}

Json payer_json(const OwnedTexts& values, const OwnedTexts& origins) {
    Json json = Json::object();
    for (std::size_t i = 0; i < attribute_count; ++i) {
        if (values[i].empty())
            continue;
        json[std::string(attribute_names[i])] = {{"value", values[i]}, {"decided_by", origins[i]}};
    }
    return json;
}

Json decision_json(const DecisionLife& decision) {
    Json json = {{"decision", decision.number},
                 {"charge", decision.charge},
                 {"verdict", decision.verdict},
                 {"note", or_null(decision.note)},
                 {"flags", decision.flags},
                 {"made", event_json(decision.made)},
                 {"payer", Json::object()},
                 {"ended", Json()},
                 {"ending", decision.ending.empty() ? Json() : Json(decision.ending)},
                 {"ending_note", or_null(decision.ending_note)}};
    for (std::size_t i = 0; i < attribute_count; ++i) {
        if (!decision.payer[i].empty())
            json["payer"][std::string(attribute_names[i])] = decision.payer[i];
    }
    if (decision.ended)
        json["ended"] = event_json(*decision.ended);
    return json;
}

Json decisions_json(const std::vector<DecisionLife>& decisions) {
    Json json = Json::array();
    for (const auto& decision : decisions)
        json.push_back(decision_json(decision));
    return json;
}

Json rules_json(const std::vector<ExplainedRule>& rules) {
    Json json = Json::array();
    for (const auto& rule : rules) {
        Json values = Json::array();
        for (const auto& value : rule.values) {
            values.push_back({{"attribute", value.attribute},
                              {"value", value.value.empty() ? Json() : Json(value.value)},
                              {"decided_by", value.winner.empty() ? Json() : Json(value.winner)}});
        }
        json.push_back({{"rule", rule.name},
                        {"matches", rule.matched},
                        {"failed", rule.failed},
                        {"sets", values}});
    }
    return json;
}

// As `charges --json` has them, but for tags, which are the text as it is stored.
Json cell_json(const std::optional<std::string>& cell, CellKind kind) {
    if (kind == CellKind::flags) {
        Json flags = Json::array();
        std::string_view rest = cell ? std::string_view(*cell) : std::string_view{};
        while (!rest.empty()) {
            const auto end = std::min(rest.find(','), rest.size());
            flags.push_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return flags;
    }
    if (!cell)
        return {};
    switch (kind) {
    case CellKind::integer: return std::stoll(*cell);
    case CellKind::truth: return *cell != "0";
    default: return *cell;
    }
}

Json cells_json(const ChargeLife& life) {
    Json json = Json::object();
    for (std::size_t i = 0; i < charge_columns.size(); ++i)
        json[std::string(charge_columns[i].name)] = cell_json(life.cells[i], charge_columns[i].kind);
    return json;
}

}  // namespace

std::string explanation_json(const Explanation& explanation) {
    const auto& life = explanation.life;
    Json steps = Json::array();
    for (const auto& step : life_steps(life))
        steps.push_back({{"amount", step.amount}, {"what", step.what}});
    const Json json = {{"command", "explain"},
                       {"charge", life.charge},
                       {"columns", cells_json(life)},
                       {"import",
                        {{"import", life.import_id},
                         {"sha256", life.is_review ? Json() : Json(life.file_sha256)},
                         {"cost", life.cost},
                         {"mends", life.is_review ? Json() : or_null(life.mends)},
                         {"is_review", life.is_review},
                         {"made", event_json(life.imported)}}},
                       {"found", payer_json(life.found, life.found_origins)},
                       {"payer", payer_json(life.payer, life.payer_origins)},
                       {"today", payer_json(explanation.today, explanation.today_origins)},
                       {"rules", rules_json(explanation.rules)},
                       {"decisions", decisions_json(life.decisions)},
                       {"earlier_decisions", decisions_json(life.earlier_decisions)},
                       {"counts_in", life.carried_into.value_or(life.home)},
                       {"superseded_by_import", or_null(life.superseded_by)},
                       {"reversed_by_charge", or_null(life.reversed_by)},
                       {"replaced_by_charges", life.replaced_by},
                       {"steps", steps},
                       {"exit_code", 0}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace focus_billing
