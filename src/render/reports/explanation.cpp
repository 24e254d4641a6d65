#include "focus_billing/render/reports/explanation.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/text_table.hpp"
#include "render/reports/history_steps.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t longest_fact = 60;

std::string facts_text(const ChargeHistory& history) {
    std::vector<TextRow> rows;
    const auto add = [&](std::string label, const std::string& value) {
        if (!value.empty())
            rows.push_back({std::move(label), shown_text(value, 500)});
    };
    const auto line = history.text("x_Line");
    add("file", history.is_review
                    ? ""
                    : history.text("x_FileName") + (line.empty() ? "" : ", line " + line));
    add("SHA-256", history.is_review ? "" : history.file_sha256);
    add("import", fmt::format("{} on {} by {}", history.import_id, history.imported.at,
                              who(history.imported)));
    add("source", history.text("x_Source") + ", charged by its " + history.cost + " cost");
    add("billing period", history.text("x_BillingPeriod"));
    const auto end = history.text("ChargePeriodEnd");
    add("charge period", history.text("ChargePeriodStart") + (end.empty() ? "" : " to " + end));
    add("category", history.text("ChargeCategory"));
    add("service", history.text("ServiceName"));
    add("resource", history.text("ResourceId"));
    add("description", history.text("ChargeDescription"));
    add("sub-account", history.text("SubAccountId"));
    add("billed cost", history.text("BilledCost") + " " + history.text("BillingCurrency"));
    add("list cost", history.text("ListCost"));
    add("effective cost", history.text("EffectiveCost"));
    add("tags", history.text("Tags"));
    add("wrong with the tags", history.text("x_TagsFault"));
    return plain_table(rows, 2);
}

std::string payer_table(const ChargeHistory& history) {
    std::vector<TextRow> rows;
    for (std::size_t i = 0; i < attribute_count; ++i) {
        const bool differs = history.found[i] != history.payer[i];
        if (history.payer[i].empty() && history.found[i].empty())
            continue;
        rows.push_back({std::string(attribute_names[i]),
                        history.payer[i].empty() ? "-" : shown_text(history.payer[i], longest_fact),
                        history.payer_origins[i].empty() ? "-" : history.payer_origins[i]});
        if (differs && !history.found[i].empty()) {
            rows.push_back({"", shown_text(history.found[i], longest_fact),
                            history.found_origins[i] + ", but for the decision"});
        }
    }
    if (rows.empty())
        return "\nwho pays: nobody is named\n";
    const std::string heading = history.text("x_Decision") == "reject"
                                    ? "\nwho would pay, had it not been rejected\n"
                                    : "\nwho pays, and what decided it\n";
    return heading + plain_table(rows, 2);
}

void append_rule(const ExplainedRule& rule, std::vector<TextRow>& rows) {
    std::string words = rule.matched ? "matches" : "";
    for (const auto& failed : rule.failed)
        words += (words.empty() ? "does not match: " : "; ") + failed;
    rows.push_back({shown_text(rule.name, longest_fact), shown_text(words, 300)});
    for (const auto& value : rule.values) {
        const auto shown = value.value.empty() ? "nothing" : shown_text(value.value, longest_fact);
        rows.push_back({"", fmt::format("{}: {}{}", value.attribute, shown,
                                        value.winner.empty() || value.value.empty()
                                            ? ""
                                            : ", but decided by " + value.winner)});
    }
}

std::string rules_text(const std::vector<ExplainedRule>& rules, bool all) {
    std::vector<TextRow> rows;
    std::uint64_t others = 0;
    for (const auto& rule : rules) {
        if (all || rule.matched || rule.is_near()) {
            append_rule(rule, rows);
        } else {
            ++others;
        }
    }
    if (rules.empty())
        return {};
    std::string text = "\nrules of today's configuration that match, or all but one condition\n";
    if (all)
        text = "\nrules of today's configuration\n";
    text += rows.empty() ? "  none\n" : plain_table(rows, 2);
    if (others > 0)
        text += fmt::format("  {} further away: --all\n", counted(others, "rule"));
    return text;
}

// Reversals and what a reviewer has linked keep what they have.
bool follows_rules(const ChargeHistory& history) {
    return !history.is_review && history.text("x_Correction") != "reversal" &&
           !history.superseded_by;
}

std::string today_text(const Explanation& explanation) {
    const auto& history = explanation.history;
    if (!follows_rules(history) ||
        (explanation.today == history.found && explanation.today_origins == history.found_origins))
        return {};
    std::string text = "\ntoday's configuration finds another payer, or for another reason: " +
                       payer_text(explanation.today) + "\n";
    if (history.home_status == "open")
        text += fmt::format("  to apply it: focus-billing attribute --period {}\n", history.home);
    return text;
}

std::string earlier_text(const std::vector<DecisionHistory>& decisions) {
    std::string text;
    for (const auto& decision : decisions) {
        text += fmt::format("  charge {}: {}\n", decision.charge, decision_text(decision));
    }
    return text.empty() ? "" : "\ndecided before its row was changed\n" + text;
}

std::string steps_text(const ChargeHistory& history) {
    std::vector<TextRow> rows;
    for (const auto& step : history_steps(history))
        rows.push_back({step.amount, step.what});
    return "\nfrom the bill to today\n" + plain_table(rows, 2);
}

Json event_json(const Event& event) {
    return {{"audit_entry", number_or_null(event.entry)},
            {"at", event.at},
            {"os_user", event.os_user},
            {"actor", event.actor}};
}

Json payer_json(const OwnedTexts& values, const OwnedTexts& origins) {
    Json json = Json::object();
    for (std::size_t i = 0; i < attribute_count; ++i) {
        if (values[i].empty())
            continue;
        json[attribute_names[i]] = {{"value", values[i]}, {"decided_by", origins[i]}};
    }
    return json;
}

Json decision_json(const DecisionHistory& decision) {
    Json json = {{"decision", decision.number},
                 {"charge", decision.charge},
                 {"verdict", decision.verdict},
                 {"note", decision.note},
                 {"flags", decision.flags},
                 {"made", event_json(decision.made)},
                 {"payer", Json::object()},
                 {"ended", Json()},
                 {"ending", text_or_null(decision.ending)},
                 {"ending_note", decision.ending_note}};
    for (std::size_t i = 0; i < attribute_count; ++i) {
        if (!decision.payer[i].empty())
            json["payer"][attribute_names[i]] = decision.payer[i];
    }
    if (decision.ended)
        json["ended"] = event_json(*decision.ended);
    return json;
}

Json decisions_json(const std::vector<DecisionHistory>& decisions) {
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
                              {"value", text_or_null(value.value)},
                              {"decided_by", text_or_null(value.winner)}});
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

Json cells_json(const ChargeHistory& history) {
    Json json = Json::object();
    for (std::size_t i = 0; i < charge_columns.size(); ++i)
        json[charge_columns[i].name] = cell_json(history.cells[i], charge_columns[i].kind);
    return json;
}

}  // namespace

std::string explanation_text(const Explanation& explanation, bool all) {
    const auto& history = explanation.history;
    return fmt::format("charge {}\n", history.charge) + facts_text(history) + payer_table(history) +
           rules_text(explanation.rules, all) + today_text(explanation) +
           earlier_text(history.earlier_decisions) + steps_text(history);
}

std::string explanation_json(const Explanation& explanation) {
    const auto& history = explanation.history;
    Json steps = Json::array();
    for (const auto& step : history_steps(history))
        steps.push_back({{"amount", step.amount}, {"what", step.what}});
    const Json json = {{"command", "explain"},
                       {"charge", history.charge},
                       {"columns", cells_json(history)},
                       {"import",
                        {{"import", history.import_id},
                         {"sha256", history.is_review ? Json() : Json(history.file_sha256)},
                         {"cost", history.cost},
                         {"mends", history.is_review ? Json() : history.mends},
                         {"is_review", history.is_review},
                         {"made", event_json(history.imported)}}},
                       {"found", payer_json(history.found, history.found_origins)},
                       {"payer", payer_json(history.payer, history.payer_origins)},
                       {"today", payer_json(explanation.today, explanation.today_origins)},
                       {"rules", rules_json(explanation.rules)},
                       {"decisions", decisions_json(history.decisions)},
                       {"earlier_decisions", decisions_json(history.earlier_decisions)},
                       {"counts_in", history.carried_into.value_or(history.home)},
                       {"superseded_by_import", history.superseded_by},
                       {"reversed_by_charge", history.reversed_by},
                       {"replaced_by_charges", history.replaced_by},
                       {"steps", steps},
                       {"exit_code", 0}};
    return json.text() + "\n";
}

}  // namespace focus_billing
