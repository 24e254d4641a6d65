#include "focus_billing/render/statements/statement_report.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "focus_billing/render/statements/summary_json.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_revised = 20;

const SummaryTable* total_of(const StatementRun& run) {
    for (const auto& table : run.summary.tables) {
        if (table.name == "total")
            return &table;
    }
    return nullptr;
}

std::string draft_heading(const StatementRun& run) {
    const auto drafts = counted(run.summary.index.size(), "draft statement");
    if (run.status == PeriodStatus::open)
        return fmt::format("{}: {}; the month is open, and nothing is recorded\n", run.period,
                           drafts);
    if (run.status == PeriodStatus::finalized)
        return fmt::format("{}: {}; the month is finalized, and nothing is recorded\n", run.period,
                           drafts);
    if (run.unchanged == run.summary.index.size())
        return fmt::format("{}: {}, all as they are issued already\n", run.period, drafts);
    const auto unchanged = run.unchanged == 0
                               ? std::string()
                               : fmt::format(", {} of them as issued already", run.unchanged);
    return fmt::format("{}: {}{}; to issue them: focus-billing statements --period {} --issue\n",
                       run.period, drafts, unchanged, run.period);
}

std::string issue_heading(const StatementRun& run) {
    const auto issued = run.first_versions + run.revised.size();
    if (issued == 0) {
        return fmt::format("{}: nothing is new; {} as issued\n", run.period,
                           counted(run.unchanged, "statement"));
    }
    std::string text = fmt::format("{}: {} issued on {}", run.period, counted(issued, "statement"),
                                   run.issue_date);
    if (!run.revised.empty())
        text += fmt::format(", {} as a new version", run.revised.size());
    if (run.unchanged > 0)
        text += fmt::format("; {} unchanged", run.unchanged);
    return text + "\n";
}

std::string revised_text(const StatementRun& run) {
    std::vector<TextRow> rows;
    for (const auto& revised : run.revised) {
        if (rows.size() == most_revised)
            break;
        rows.push_back({revised.number, fmt::format("version {}", revised.version), revised.due,
                        revised.currency, "changed by", revised.difference});
    }
    std::string text = text_table(rows, 2);
    if (run.revised.size() > most_revised)
        text += fmt::format("  and {} more, in index.csv\n", run.revised.size() - most_revised);
    return text;
}

std::string totals_text(const StatementRun& run) {
    std::vector<TextRow> rows;
    const auto* total = total_of(run);
    if (total == nullptr)
        return {};
    for (const auto& row : total->rows) {
        rows.push_back({"due", row.due, row.currency, counted(row.statements, "statement"),
                        counted(row.charges, "charge")});
        if (row.discount.starts_with('-')) {
            rows.push_back({"  above list", row.discount.substr(1), row.currency, "", ""});
        } else if (row.discount != "0") {
            rows.push_back({"  below list", row.discount, row.currency,
                            row.discount_percent.empty() ? "" : row.discount_percent + " %", ""});
        }
    }
    for (const auto& held : run.held) {
        rows.push_back(
            {"held", held.cost, held.currency, "on no statement", counted(held.charges, "charge")});
    }
    return text_table(rows, 2);
}

Json totals_json(const StatementRun& run) {
    Json totals = Json::array();
    if (const auto* total = total_of(run); total != nullptr) {
        for (const auto& row : total->rows) {
            totals.push_back({{"currency", row.currency},
                              {"statements", row.statements},
                              {"charges", row.charges},
                              {"list", row.list},
                              {"discount", row.discount},
                              {"due", row.due}});
        }
    }
    return totals;
}

}  // namespace

std::string statement_run_text(const StatementRun& run) {
    std::string text = run.issues ? issue_heading(run) + revised_text(run) : draft_heading(run);
    text += totals_text(run);
    return text + fmt::format("\nFiles ({}) in {}{}\n", run.forms, run.folder,
                              run.is_part ? "" : "; begin with index.html");
}

std::string statement_run_json(const StatementRun& run) {
    Json json;
    json["command"] = "statements";
    json["period"] = run.period;
    json["status"] = name_of(run.status);
    json["draft"] = !run.issues;
    json["issue_date"] = run.issue_date;
    json["issued"] = run.first_versions;
    json["revised"] = run.revised.size();
    json["unchanged"] = run.unchanged;
    json["folder"] = run.folder;
    json["totals"] = totals_json(run);
    json["held"] = Json::array();
    for (const auto& held : run.held) {
        json["held"].push_back(
            {{"currency", held.currency}, {"charges", held.charges}, {"cost", held.cost}});
    }
    json["statements"] = Json::array();
    for (const auto& row : run.summary.index)
        json["statements"].push_back(index_row_json(row));
    json["exit_code"] = 0;
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace focus_billing
