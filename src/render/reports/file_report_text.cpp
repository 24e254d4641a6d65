#include "focus_billing/render/reports/file_report_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/reports/difference_report.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string source_text(const FileReport& report) {
    switch (report.found) {
    case SourceFound::by_option: return report.source + " (given with --source)";
    case SourceFound::by_converter: return report.source + " (that of the converter)";
    case SourceFound::by_import: return report.source + " (that of the import it mends)";
    case SourceFound::by_file_name:
        return fmt::format("{} (the file's name fits '{}')", report.source, report.source_pattern);
    case SourceFound::unknown: break;
    }
    return report.source.empty() ? "unknown" : report.source + " (not configured)";
}

std::string coverage(std::uint64_t rows, std::uint64_t all) {
    return rows == all ? "" : fmt::format("{} of {}", rows, counted(all, "row"));
}

Rows totals_rows(const CurrencyTotals& totals) {
    Rows rows;
    if (totals.rows_with_list > 0) {
        const auto note = coverage(totals.rows_with_list, totals.rows);
        rows.push_back({"list", totals.list.text(), note});
        rows.push_back({"discount", totals.discount().text(), note});
    }
    rows.push_back({"billed", totals.billed.text()});
    if (totals.rows_with_effective > 0) {
        rows.push_back({"effective", totals.effective.text(),
                        coverage(totals.rows_with_effective, totals.rows)});
    }
    if (totals.held_rows > 0) {
        rows.push_back({"held", totals.held.text(), counted(totals.held_rows, "row")});
    }
    return rows;
}

std::string lines_text(const FlagTotals& totals) {
    if (totals.lines.empty())
        return {};
    std::string text = totals.rows == 1 ? "line" : "lines";
    for (const auto line : totals.lines) {
        text += fmt::format("{} {}", line == totals.lines.front() ? "" : ",", line);
    }
    return text + (totals.rows > totals.lines.size() ? ", ..." : "");
}

// Lines of several files would not tell which.
std::string held_text(const ChargeSummary& summary, bool has_lines) {
    Rows rows;
    for (std::size_t i = 0; i < flag_count; ++i) {
        const auto& totals = summary.flag(static_cast<Flag>(i));
        if (totals.rows == 0)
            continue;
        rows.push_back({std::string(flag_names[i]), std::to_string(totals.rows),
                        has_lines ? lines_text(totals) : std::string()});
    }
    return rows.empty() ? "" : "  held for review\n" + text_table(rows, 4);
}

std::string periods_text(const ChargeSummary& summary) {
    Rows rows;
    for (const auto& [key, totals] : summary.periods()) {
        rows.push_back({rows.empty() ? "periods " : "        ", key.first.text(),
                        counted(totals.rows, "row"), totals.billed.text(), key.second});
    }
    return text_table(rows, 2);
}

std::string refusal_text(const FileReport& report) {
    const auto errors = report.findings.count_of(Severity::error);
    if (errors == 0)
        return {};
    const auto* const label = report.import_number == 0 ? "refused " : "rejected";
    std::string text = fmt::format("  {}  {}", label, counted(errors, "error"));
    if (report.rejected > 0)
        text += fmt::format(" in {}", counted(report.rejected, "row"));
    if (!report.read_to_end && report.rows > 0)
        text += "; the file was not read to its end";
    return text + (report.summary.rows() > 0 ? "; the totals are of the good rows\n" : "\n");
}

std::string corrections_text(const DeliveryOutcome& outcome) {
    std::string text;
    for (const auto& period : outcome.periods) {
        if (period.billed_in) {
            text += fmt::format("  corrects  {}, billed in {}\n", period.period.text(),
                                period.billed_in->text());
        }
    }
    return text;
}

std::string superseded_text(const DeliveryOutcome& outcome) {
    std::string text;
    for (const auto& period : outcome.periods) {
        for (const auto& earlier : period.superseded) {
            text += fmt::format("  replaces  import {} ({}) in {}\n", earlier.number,
                                shown_text(earlier.file_name, 500), period.period.text());
        }
    }
    return text;
}

std::string counts_text(const FileReport& report) {
    const auto& outcome = *report.outcome;
    std::string text = fmt::format("{}, {} unchanged",
                                   counted(report.new_rows() - outcome.corrected_rows, "charge"),
                                   outcome.unchanged_rows);
    if (outcome.corrected_rows > 0)
        text += fmt::format(", {}", counted(outcome.corrected_rows, "correction"));
    if (outcome.reversals > 0)
        text += fmt::format(", {}", counted(outcome.reversals, "reversal"));
    return text;
}

// What the file does to what is stored, or would do in a dry run.
std::string stored_text(const FileReport& report, std::optional<std::uint64_t> most_differences) {
    if (!report.outcome)
        return {};
    std::string text;
    if (report.import_number != 0) {
        text = fmt::format("  stored    {}, as import {}\n", counts_text(report),
                           report.import_number);
    } else if (!report.has_errors()) {
        text = fmt::format("  to store  {}\n", counts_text(report));
    }
    if (!report.rejected_file.empty())
        text += fmt::format("  to mend   {}\n", shown_text(report.rejected_file, 500));
    if (!text.empty())
        text += superseded_text(*report.outcome) + corrections_text(*report.outcome);
    return text +
           difference_text(report.outcome->differences, report.differences, most_differences);
}

std::string rejected_cost_text(const FileReport& report) {
    std::string text;
    std::uint64_t readable = 0;
    for (const auto& [currency, tally] : report.rejected_costs) {
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", tally.cost.text(), currency);
        readable += tally.charges;
    }
    if (text.empty())
        return {};
    return readable == report.rejected ? fmt::format(" ({})", text)
                                       : fmt::format(" ({} where the cost can be read)", text);
}

std::string columns_text(const FileReport& report) {
    std::string text = fmt::format("{} of FOCUS", report.focus_columns);
    if (report.passed_over.empty())
        return text;
    text += fmt::format(", {} passed over: ", report.passed_over.size());
    constexpr std::size_t shown = 8;
    for (std::size_t i = 0; i < std::min(shown, report.passed_over.size()); ++i) {
        text += (i == 0 ? "" : ", ") + shown_text(report.passed_over[i], 40);
    }
    return text + (report.passed_over.size() > shown ? ", ..." : "");
}

std::string findings_text(const Findings& findings) {
    Rows rows;
    for (const auto& code : diagnostic_codes()) {
        const auto count = findings.count_of(code.code);
        if (count == 0)
            continue;
        rows.push_back({std::string(severity_name(code.severity)),
                        fmt::format("FB{:03}", code.code), std::to_string(count),
                        std::string(code.title)});
    }
    return text_table(rows, 2);
}

}  // namespace

std::string file_report_text(const FileReport& report,
                             std::optional<std::uint64_t> most_differences) {
    std::string text = shown_text(report.file, 500) + "\n";
    text += fmt::format("  source    {}\n", shown_text(source_text(report)));
    if (report.parts > 0)
        text += fmt::format("  delivery  {}\n", counted(report.parts, "file"));
    if (report.outcome && report.outcome->same_bytes) {
        const auto& same = *report.outcome->same_bytes;
        return text + fmt::format("  same as   import {} ({}) of {}: nothing to do\n", same.number,
                                  shown_text(same.file_name, 500), same.imported_at);
    }
    text += fmt::format("  rows      {} read, {} rejected{}, {} held for review\n", report.rows,
                        report.rejected, rejected_cost_text(report), report.summary.held_rows());
    text += refusal_text(report) + stored_text(report, most_differences);
    if (report.summary.rows() == 0)
        return text;
    text += periods_text(report.summary);
    for (const auto& [currency, totals] : report.summary.currencies()) {
        text += fmt::format("  {}\n", currency) + text_table(totals_rows(totals), 4);
    }
    return text + held_text(report.summary, report.parts <= 1);
}

std::string validation_text(const FileReport& report) {
    const auto errors = report.findings.count_of(Severity::error);
    std::string text = shown_text(report.file, 500);
    text += errors > 0 ? ": not valid\n" : ": valid\n";
    text += fmt::format("  rows      {} read, {} rejected{}\n", report.rows, report.rejected,
                        report.read_to_end || report.rows == 0 ? "" : ", not read to the end");
    text += fmt::format("  columns   {}\n", columns_text(report));
    return text + findings_text(report.findings);
}

std::string run_totals_text(const RunTotals& totals) {
    std::string text = fmt::format("{}", counted(totals.files, "file"));
    if (totals.files_with_errors > 0) {
        text += fmt::format(", {} with errors", totals.files_with_errors);
    }
    text += fmt::format(": {}, {} rejected, {} held for review\n", counted(totals.rows, "row"),
                        totals.rejected, totals.held);
    if (totals.imports > 0) {
        text += fmt::format("  stored {} of {}\n", counted(totals.stored, "charge"),
                            counted(totals.imports, "file"));
    }
    Rows rows;
    for (const auto& [currency, sums] : totals.currencies) {
        rows.push_back({currency, "billed", sums.billed.text(), "held", sums.held.text()});
    }
    return text + text_table(rows, 2);
}

}  // namespace focus_billing
