#include "focus_billing/render/reports/reattribution_report.hpp"

#include <fmt/format.h>

#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t shown_changes = 20;
constexpr std::size_t longest_payer = 40;

std::string cell(const std::string& text) {
    return text.empty() ? "-" : shown_text(text, longest_payer);
}

std::string payers_text(const std::vector<PayerChange>& payers, bool all) {
    if (payers.empty())
        return {};
    std::vector<TextRow> rows = {{"pi", "project", "fund_org", "", "pi", "project", "fund_org",
                                  "charges", "billed", "currency"}};
    for (const auto& change : payers) {
        if (!all && rows.size() > shown_changes)
            break;
        rows.push_back({cell(change.before[0]), cell(change.before[1]), cell(change.before[2]),
                        "->", cell(change.after[0]), cell(change.after[1]), cell(change.after[2]),
                        std::to_string(change.charges), change.cost.text(), change.currency});
    }
    std::string text = "\n  who pays\n" + text_table(rows, 4);
    if (rows.size() - 1 < payers.size()) {
        text += fmt::format("    and {}: --all\n",
                            counted(payers.size() - (rows.size() - 1), "other change"));
    }
    return text;
}

std::string flags_text(const ReattributionReport& report) {
    std::vector<TextRow> rows;
    for (const auto& change : report.flags) {
        const auto add = [&](const char* word, const ChargeTally& tally) {
            if (tally.charges > 0) {
                rows.push_back({std::string(flag_names[static_cast<std::size_t>(change.flag)]),
                                word, counted(tally.charges, "charge"), tally.cost.text(),
                                change.currency});
            }
        };
        add("new", change.added);
        add("gone", change.removed);
    }
    return rows.empty() ? "" : "\n  flags\n" + text_table(rows, 4);
}

std::string flagged_text(const ReattributionReport& report) {
    std::vector<TextRow> rows;
    for (const auto& [currency, before] : report.flagged_before) {
        const auto& after = report.flagged_after.at(currency);
        rows.push_back({"before", counted(before.charges, "charge"), before.cost.text(), currency});
        rows.push_back({"after", counted(after.charges, "charge"), after.cost.text(), currency});
    }
    return rows.empty() ? "" : "\n  flagged, decided or not\n" + text_table(rows, 4);
}

Json names_json(const PayerNames& names) {
    return {{"pi_email", names[0]}, {"project_id", names[1]}, {"fund_org", names[2]}};
}

Json tally_json(const ChargeTally& tally) {
    return {{"charges", tally.charges}, {"cost", tally.cost.text()}};
}

}  // namespace

std::string reattribution_text(const ReattributionReport& report, bool all) {
    std::string text = report.changed == 0
                           ? fmt::format("{}: nothing changes in {}\n", report.period.text(),
                                         counted(report.charges, "charge"))
                           : fmt::format("{}: {} of {} {}\n", report.period.text(), report.changed,
                                         counted(report.charges, "charge"),
                                         report.dry_run ? "would change" : "changed");
    if (report.changed > 0)
        text += payers_text(report.payers, all) + flags_text(report) + flagged_text(report);
    if (report.reworded > 0) {
        text += fmt::format("\n  the same payer and flags for another reason: {}\n",
                            counted(report.reworded, "charge"));
    }
    if (report.ended_decisions > 0) {
        text += fmt::format("\n  to be decided again, since payer or flags changed: {}\n",
                            counted(report.ended_decisions, "charge"));
    }
    if (report.dry_run)
        return text + "\nDry run: nothing was changed.\n";
    if (report.audit_entry)
        text += fmt::format("\nAudit entry {}.\n", *report.audit_entry);
    return text;
}

std::string reattribution_json(const ReattributionReport& report) {
    Json json = {{"command", "attribute"},
                 {"period", report.period.text()},
                 {"dry_run", report.dry_run},
                 {"charges", report.charges},
                 {"changed", report.changed},
                 {"reworded", report.reworded},
                 {"decisions_ended", report.ended_decisions},
                 {"audit_entry", report.audit_entry},
                 {"payers", Json::array()},
                 {"flags", Json::array()},
                 {"flagged", Json::array()}};
    for (const auto& change : report.payers) {
        json["payers"].push_back({{"before", names_json(change.before)},
                                  {"after", names_json(change.after)},
                                  {"charges", change.charges},
                                  {"cost", change.cost.text()},
                                  {"currency", change.currency}});
    }
    for (const auto& change : report.flags) {
        json["flags"].push_back({{"flag", flag_names[static_cast<std::size_t>(change.flag)]},
                                 {"currency", change.currency},
                                 {"new", tally_json(change.added)},
                                 {"gone", tally_json(change.removed)}});
    }
    for (const auto& [currency, before] : report.flagged_before) {
        json["flagged"].push_back({{"currency", currency},
                                   {"before", tally_json(before)},
                                   {"after", tally_json(report.flagged_after.at(currency))}});
    }
    json["exit_code"] = 0;
    return json.text() + "\n";
}

}  // namespace focus_billing
