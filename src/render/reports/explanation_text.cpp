#include <fmt/format.h>

#include <algorithm>

#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/reports/explanation.hpp"
#include "render/reports/history_steps.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t longest_cell = 60;

std::string facts_text(const ChargeLife& life) {
    std::vector<TextRow> rows;
    const auto add = [&](std::string label, const std::string& value) {
        if (!value.empty())
            rows.push_back({std::move(label), shown_text(value, 500)});
    };
    const auto line = life.text("x_Line");
    add("file",
        life.is_review ? "" : life.text("x_FileName") + (line.empty() ? "" : ", line " + line));
    add("SHA-256", life.is_review ? "" : life.file_sha256);
    add("import",
        fmt::format("{} on {} by {}", life.import_id, life.imported.at, who(life.imported)));
    add("source", life.text("x_Source") + ", charged by its " + life.cost + " cost");
    add("billing period", life.text("x_BillingPeriod"));
    const auto end = life.text("ChargePeriodEnd");
    add("charge period", life.text("ChargePeriodStart") + (end.empty() ? "" : " to " + end));
    add("category", life.text("ChargeCategory"));
    add("service", life.text("ServiceName"));
    add("resource", life.text("ResourceId"));
    add("description", life.text("ChargeDescription"));
    add("sub-account", life.text("SubAccountId"));
    add("billed cost", life.text("BilledCost") + " " + life.text("BillingCurrency"));
    add("list cost", life.text("ListCost"));
    add("effective cost", life.text("EffectiveCost"));
    add("tags", life.text("Tags"));
    add("wrong with the tags", life.text("x_TagsFault"));
    return plain_table(rows, 2);
}

std::string payer_table(const ChargeLife& life) {
    std::vector<TextRow> rows;
    for (std::size_t i = 0; i < attribute_count; ++i) {
        const bool differs = life.found[i] != life.payer[i];
        if (life.payer[i].empty() && life.found[i].empty())
            continue;
        rows.push_back({std::string(attribute_names[i]),
                        life.payer[i].empty() ? "-" : shown_text(life.payer[i], longest_cell),
                        life.payer_origins[i].empty() ? "-" : life.payer_origins[i]});
        if (differs && !life.found[i].empty()) {
            rows.push_back({"", shown_text(life.found[i], longest_cell),
                            life.found_origins[i] + ", but for the decision"});
        }
    }
    if (rows.empty())
        return "\nwho pays: nobody is named\n";
    const std::string heading = life.text("x_Decision") == "reject"
                                    ? "\nwho would pay, had it not been rejected\n"
                                    : "\nwho pays, and what decided it\n";
    return heading + plain_table(rows, 2);
}

void append_rule(const ExplainedRule& rule, std::vector<TextRow>& rows) {
    std::string words = rule.matched ? "matches" : "";
    for (const auto& failed : rule.failed)
        words += (words.empty() ? "does not match: " : "; ") + failed;
    rows.push_back({shown_text(rule.name, longest_cell), shown_text(words, 300)});
    for (const auto& value : rule.values) {
        const auto shown = value.value.empty() ? "nothing" : shown_text(value.value, longest_cell);
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
bool follows_rules(const ChargeLife& life) {
    return !life.is_review && life.text("x_Correction") != "reversal" && !life.superseded_by;
}

std::string today_text(const Explanation& explanation) {
    const auto& life = explanation.life;
    if (!follows_rules(life) ||
        (explanation.today == life.found && explanation.today_origins == life.found_origins))
        return {};
    std::string text = "\ntoday's configuration finds another payer, or for another reason: " +
                       payer_text(explanation.today) + "\n";
    if (life.home_status == "open")
        text += fmt::format("  to apply it: focus-billing attribute --period {}\n", life.home);
    return text;
}

std::string earlier_text(const std::vector<DecisionLife>& decisions) {
    std::string text;
    for (const auto& decision : decisions) {
        text += fmt::format("  charge {}: {}\n", decision.charge, decision_text(decision));
    }
    return text.empty() ? "" : "\ndecided before its row was changed\n" + text;
}

std::string steps_text(const ChargeLife& life) {
    std::vector<TextRow> rows;
    for (const auto& step : life_steps(life))
        rows.push_back({step.amount, step.what});
    return "\nfrom the bill to today\n" + plain_table(rows, 2);
}

}  // namespace

std::string explanation_text(const Explanation& explanation, bool all) {
    const auto& life = explanation.life;
    return fmt::format("charge {}\n", life.charge) + facts_text(life) + payer_table(life) +
           rules_text(explanation.rules, all) + today_text(explanation) +
           earlier_text(life.earlier_decisions) + steps_text(life);
}

}  // namespace focus_billing
