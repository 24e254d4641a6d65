#include "focus_billing/render/statements/statement_report.hpp"

#include <fmt/format.h>

#include <set>

#include "focus_billing/format/csv_writer.hpp"
#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/statements/summary_csv.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t longest_name = 40;

std::string shown(const std::string& text) {
    return text.empty() ? "-" : shown_text(text, longest_name);
}

Json version_json(const IssuedStatement& version) {
    return {{"number", version.number},
            {"version", version.version},
            {"latest", version.is_latest},
            {"period", version.period.text()},
            {"pi_email", version.key.pi_email},
            {"project_id", text_or_null(version.key.project_id)},
            {"currency", version.key.currency},
            {"issue_date", version.issue_date},
            {"charges", version.charges},
            {"list", version.list},
            {"due", version.due},
            {"sha256", version.sha256},
            {"issued_at", version.issued_at},
            {"os_user", version.os_user},
            {"actor", text_or_null(version.actor)}};
}

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

std::string issued_list_text(const std::vector<IssuedStatement>& versions) {
    if (versions.empty())
        return "Nothing of that was issued.\n";
    std::vector<TextRow> rows = {
        {"number", "version", "issued", "pi", "project", "charges", "list", "due", "currency"}};
    for (const auto& version : versions) {
        rows.push_back({version.number, std::to_string(version.version), version.issue_date,
                        shown(version.key.pi_email), shown(version.key.project_id),
                        std::to_string(version.charges), version.list, version.due,
                        version.key.currency});
    }
    std::set<std::string_view> numbers;
    for (const auto& version : versions)
        numbers.insert(version.number);
    const auto statements = counted(numbers.size(), "statement");
    return text_table(rows, 0) + "\n" +
           (numbers.size() == versions.size()
                ? statements
                : counted(versions.size(), "version") + " of " + statements) +
           "\n";
}

std::string issued_list_csv(const std::vector<IssuedStatement>& versions) {
    CsvWriter csv;
    for (const auto* name :
         {"number", "version", "latest", "period", "pi_email", "project_id", "currency",
          "issue_date", "charges", "list", "due", "sha256", "issued_at", "os_user", "actor"})
        csv.add_text(name);
    std::string text = csv.take_record();
    for (const auto& version : versions) {
        csv.add_text(version.number);
        csv.add_number(std::to_string(version.version));
        csv.add_text(version.is_latest ? "yes" : "no");
        csv.add_text(version.period.text());
        for (const auto* word : {&version.key.pi_email, &version.key.project_id,
                                 &version.key.currency, &version.issue_date})
            csv.add_text(*word);
        csv.add_number(std::to_string(version.charges));
        csv.add_number(version.list);
        csv.add_number(version.due);
        for (const auto* word :
             {&version.sha256, &version.issued_at, &version.os_user, &version.actor})
            csv.add_text(*word);
        text += csv.take_record();
    }
    return text;
}

std::string issued_list_json(const std::vector<IssuedStatement>& versions) {
    Json json = {{"command", "statements list"}, {"statements", Json::array()}};
    for (const auto& version : versions)
        json["statements"].push_back(version_json(version));
    json["exit_code"] = 0;
    return json.text(1) + "\n";
}

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
    return json.text(1) + "\n";
}

}  // namespace focus_billing
