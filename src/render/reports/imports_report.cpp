#include "focus_billing/render/reports/imports_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/reports/difference_report.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

Json total_json(const ImportTotal& total) {
    return {{"period", total.period.text()},
            {"currency", total.currency},
            {"charges", total.charges},
            {"billed", total.billed},
            {"list", total.list},
            {"effective", total.effective},
            {"held", total.held},
            {"held_cost", total.held_cost}};
}

Json record_json(const ImportRecord& import) {
    Json json = {{"import", import.number},
                 {"imported_at", import.imported_at},
                 {"source", import.source},
                 {"series", text_or_null(import.series)},
                 {"file", import.file_name},
                 {"size", import.file_size},
                 {"sha256", import.sha256},
                 {"os_user", import.os_user},
                 {"actor", import.actor},
                 {"cost", import.cost},
                 {"rows", import.rows_read},
                 {"stored", import.stored},
                 {"unchanged", import.unchanged},
                 {"corrected", import.corrected},
                 {"rejected", import.rejected},
                 {"held", import.held},
                 {"review", import.review},
                 {"mends", import.mends},
                 {"first_charge", import.first_charge},
                 {"last_charge", import.last_charge},
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
                                  {"superseded_by", period.superseded_by}});
    }
    return json;
}

Json flags_json(const FlagCounts& flags) {
    Json json = Json::object();
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (flags[i] > 0)
            json[flag_names[i]] = flags[i];
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

constexpr std::size_t longest_file_name = 60;

std::vector<std::string> periods_of(const ImportRecord& import) {
    std::vector<std::string> periods;
    for (const auto& total : import.totals) {
        const auto period = total.period.text();
        if (periods.empty() || periods.back() != period)
            periods.push_back(period);
    }
    return periods;
}

std::string periods_text(const ImportRecord& import) {
    const auto periods = periods_of(import);
    switch (periods.size()) {
    case 0: return "-";
    case 1: return periods[0];
    case 2: return periods[0] + ", " + periods[1];
    default: return fmt::format("{} to {} ({})", periods.front(), periods.back(), periods.size());
    }
}

// The imports that took its place, with the months if they are not all.
std::string superseded_text(const ImportRecord& import) {
    std::string text;
    std::set<std::int64_t> named;
    for (const auto& period : import.periods) {
        if (!period.superseded_by || !named.insert(*period.superseded_by).second)
            continue;
        text += fmt::format("{}{}", text.empty() ? "" : ", ", *period.superseded_by);
    }
    const auto superseded = std::ranges::count_if(
        import.periods, [](const auto& period) { return period.superseded_by.has_value(); });
    if (text.empty())
        return "-";
    return superseded == std::ssize(import.periods)
               ? text
               : fmt::format("{} ({} of {} months)", text, superseded, import.periods.size());
}

std::string relation_text(const ImportedPeriod& period) {
    std::string text;
    for (const auto number : period.supersedes)
        text += fmt::format("{}{}", text.empty() ? "takes the place of import " : ", ", number);
    if (text.empty()) {
        switch (period.kind) {
        case DeliveryKind::addition: text = "added to what was there"; break;
        case DeliveryKind::mend: text = "mended rows"; break;
        case DeliveryKind::review: text = "charges that a reviewer moved or credited"; break;
        default: text = "the first of its source"; break;
        }
    }
    return period.superseded_by
               ? fmt::format("{}; superseded by import {}", text, *period.superseded_by)
               : text;
}

std::string relations_text(const ImportRecord& import) {
    std::vector<TextRow> rows;
    for (const auto& period : import.periods)
        rows.push_back({period.period.text(), relation_text(period)});
    return rows.empty() ? "" : "\n" + text_table(rows, 2);
}

void append_rows(const ImportRecord& import, std::vector<TextRow>& rows) {
    TextRow row = {std::to_string(import.number),
                   import.imported_at,
                   shown_text(import.source, 40),
                   shown_text(import.file_name, longest_file_name),
                   periods_text(import),
                   std::to_string(import.rows_read),
                   std::to_string(import.stored),
                   std::to_string(import.unchanged),
                   std::to_string(import.corrected),
                   std::to_string(import.rejected),
                   std::to_string(import.held),
                   superseded_text(import)};
    for (const auto& billed : import.billed) {
        row.push_back(billed.amount);
        row.push_back(billed.currency);
        rows.push_back(std::move(row));
        row = TextRow(12);
    }
    if (import.billed.empty())
        rows.push_back(std::move(row));
}

std::string or_none(const std::optional<std::string>& amount) {
    return amount.value_or("-");
}

std::string totals_text(const std::vector<ImportTotal>& totals) {
    std::vector<TextRow> rows = {
        {"period", "charges", "list", "billed", "effective", "currency", "held", "held cost"}};
    for (const auto& total : totals) {
        rows.push_back({total.period.text(), std::to_string(total.charges), or_none(total.list),
                        total.billed, or_none(total.effective), total.currency,
                        std::to_string(total.held), total.held_cost});
    }
    return totals.empty() ? "" : "\n" + text_table(rows, 2);
}

std::string flags_text(const FlagCounts& flags) {
    std::vector<TextRow> rows;
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (flags[i] > 0)
            rows.push_back({std::string(flag_names[i]), std::to_string(flags[i])});
    }
    return rows.empty() ? "" : "\n  held for review\n" + text_table(rows, 4);
}

std::string files_text(const std::vector<ImportedFile>& files) {
    std::vector<TextRow> rows = {{"part", "file", "bytes", "rows"}};
    for (const auto& file : files) {
        rows.push_back({std::to_string(rows.size()), shown_text(file.name, longest_file_name),
                        std::to_string(file.file_size), std::to_string(file.rows_read)});
    }
    return files.empty() ? "" : "\n" + text_table(rows, 2);
}

std::string charges_text(const ImportRecord& import) {
    if (!import.first_charge || !import.last_charge)
        return "none";
    return *import.first_charge == *import.last_charge
               ? fmt::format("number {}", *import.first_charge)
               : fmt::format("numbers {} to {}", *import.first_charge, *import.last_charge);
}

std::string rows_text(const ImportRecord& import) {
    return fmt::format("{} read, {} stored, {} unchanged, {} corrected, {} rejected; {} held for "
                       "review",
                       import.rows_read, import.stored, import.unchanged, import.corrected,
                       import.rejected, import.held);
}

std::string who_text(const ImportRecord& import) {
    return import.actor ? fmt::format("{} (system user {})", shown_text(*import.actor),
                                      shown_text(import.os_user))
                        : shown_text(import.os_user) + " (system user)";
}

}  // namespace

std::string imports_json(const std::vector<ImportRecord>& imports) {
    std::string text = R"({"command":"imports list","imports":[)";
    for (std::size_t i = 0; i < imports.size(); ++i)
        text += (i == 0 ? "\n" : ",\n") + record_json(imports[i]).text();
    return text + "],\n\"exit_code\":0}\n";
}

std::string import_json(const ImportRecord& import, const FlagCounts& flags,
                        const std::vector<DifferenceTotal>& totals,
                        const Differences& differences) {
    Json json = record_json(import);
    json["flags"] = flags_json(flags);
    if (!import.files.empty())
        json["files"] = files_json(import.files);
    json["differences"] = difference_totals_json(totals);
    std::string text =
        R"({"command":"imports show","import":)" + json.text() + ",\n\"difference_rows\":[";
    bool first = true;
    differences({}, [&](const DifferenceRow& row) {
        text += (first ? "\n" : ",\n") + difference_json(row).text();
        first = false;
    });
    return text + "],\n\"exit_code\":0}\n";
}

std::string imports_text(const std::vector<ImportRecord>& imports) {
    std::vector<TextRow> rows = {{"import", "when", "source", "file", "periods", "read", "stored",
                                  "unchanged", "corrected", "rejected", "held", "superseded by",
                                  "billed", "currency"}};
    for (const auto& import : imports)
        append_rows(import, rows);
    return (imports.empty() ? "" : text_table(rows, 0) + "\n") + counted(imports.size(), "import") +
           "\n";
}

std::string import_text(const ImportRecord& import, const FlagCounts& flags,
                        const std::string& difference) {
    std::string text = fmt::format("import {}\n", import.number);
    const auto add = [&](std::string_view label, std::string_view value) {
        text += fmt::format("  {:<7}  {}\n", label, value);
    };
    add("source", shown_text(import.source));
    if (!import.series.empty())
        add("series", shown_text(import.series));
    if (import.review) {
        add("review", fmt::format("audit entry {}, of charges of import {}", *import.review,
                                  import.mends.value_or(0)));
    } else {
        if (import.mends)
            add("mends", fmt::format("import {}", *import.mends));
        add("file", shown_text(import.file_name, 500));
        add("size", counted(import.file_size, "byte"));
        add("SHA-256", import.sha256);
    }
    add("when", import.imported_at);
    add("who", who_text(import));
    if (!import.review)
        add("rows", rows_text(import));
    add("charges", charges_text(import));
    add("charged", "the " + import.cost + " cost");
    return text + relations_text(import) + files_text(import.files) + totals_text(import.totals) +
           flags_text(flags) + (difference.empty() ? "" : "\n" + difference);
}

}  // namespace focus_billing
