#include "focus_billing/render/reports/file_report_json.hpp"

#include <fmt/format.h>

#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/render/reports/difference_report.hpp"

namespace focus_billing {

namespace {

std::string_view found_name(SourceFound found) {
    switch (found) {
    case SourceFound::by_file_name: return "file_name";
    case SourceFound::by_option: return "option";
    case SourceFound::by_converter: return "converter";
    case SourceFound::by_import: return "mended_import";
    case SourceFound::unknown: break;
    }
    return "unknown";
}

Json totals_json(const std::string& currency, const CurrencyTotals& totals) {
    const auto some = [](std::uint64_t rows, const DecimalSum& sum) {
        return rows == 0 ? Json() : Json(sum.text());
    };
    return {{"currency", currency},
            {"rows", totals.rows},
            {"list", some(totals.rows_with_list, totals.list)},
            {"discount", some(totals.rows_with_list, totals.discount())},
            {"contracted", some(totals.rows_with_contracted, totals.contracted)},
            {"billed", totals.billed.text()},
            {"effective", some(totals.rows_with_effective, totals.effective)},
            {"held", totals.held.text()},
            {"held_rows", totals.held_rows},
            {"rows_without_list", totals.rows - totals.rows_with_list},
            {"rows_without_effective", totals.rows - totals.rows_with_effective}};
}

Json flags_json(const ChargeSummary& summary) {
    Json flags = Json::object();
    for (std::size_t i = 0; i < flag_count; ++i) {
        const auto& totals = summary.flag(static_cast<Flag>(i));
        if (totals.rows > 0)
            flags[flag_names[i]] = totals.rows;
    }
    return flags;
}

Json periods_json(const ChargeSummary& summary) {
    Json periods = Json::array();
    for (const auto& [key, totals] : summary.periods()) {
        periods.push_back({{"period", key.first.text()},
                           {"currency", key.second},
                           {"rows", totals.rows},
                           {"billed", totals.billed.text()}});
    }
    return periods;
}

Json counts_json(const Findings& findings) {
    Json counts = Json::object();
    for (const auto& code : diagnostic_codes()) {
        const auto count = findings.count_of(code.code);
        if (count > 0)
            counts[fmt::format("FB{:03}", code.code)] = count;
    }
    return counts;
}

Json currencies_json(const std::map<std::string, CurrencyTotals, std::less<>>& currencies) {
    Json totals = Json::array();
    for (const auto& [currency, sums] : currencies)
        totals.push_back(totals_json(currency, sums));
    return totals;
}

// Without corrections, which stand beside it.
std::uint64_t stored_json(const FileReport& report) {
    return report.stored_rows() -
           (report.import_number != 0 && report.outcome ? report.outcome->corrected_rows : 0);
}

// What a dry run would store; null where nothing is compared, or where something is refused.
Json to_store_json(const FileReport& report) {
    const bool is_rehearsed = report.outcome && !report.outcome->same_bytes &&
                              report.import_number == 0 && !report.has_errors();
    return is_rehearsed ? Json(report.new_rows() - report.outcome->corrected_rows) : Json();
}

Json same_json(const FileReport& report) {
    const bool is_same = report.outcome && report.outcome->same_bytes;
    return is_same ? Json(report.outcome->same_bytes->number) : Json();
}

Json rejected_json(const FileReport& report) {
    Json costs = Json::array();
    for (const auto& [currency, tally] : report.rejected_costs) {
        costs.push_back(
            {{"currency", currency}, {"rows", tally.charges}, {"billed", tally.cost.text()}});
    }
    return costs;
}

Json months_json(const FileReport& report) {
    Json months = Json::array();
    if (!report.outcome)
        return months;
    for (const auto& period : report.outcome->periods) {
        Json month = {
            {"period", period.period.text()},
            {"kind", name_of(period.kind)},
            {"supersedes", Json::array()},
            {"corrections_billed_in", period.billed_in ? Json(period.billed_in->text()) : Json()}};
        for (const auto& earlier : period.superseded)
            month["supersedes"].push_back(earlier.number);
        months.push_back(std::move(month));
    }
    return months;
}

Json differences_json(const FileReport& report) {
    return report.outcome ? difference_totals_json(report.outcome->differences) : Json::array();
}

// A list of pairs of one object's members, without the braces around them.
std::string members(const Json& json) {
    const std::string object = json.text();
    return object.substr(1, object.size() - 2);
}

}  // namespace

std::string run_totals_json(const RunTotals& totals) {
    return members({{"summary",
                     {{"files", totals.files},
                      {"files_with_errors", totals.files_with_errors},
                      {"rows", totals.rows},
                      {"rejected", totals.rejected},
                      {"held", totals.held},
                      {"stored", totals.stored},
                      {"warnings", totals.warnings},
                      {"totals", currencies_json(totals.currencies)}}}});
}

Json diagnostic_json(const Diagnostic& diagnostic) {
    return {{"code", fmt::format("FB{:03}", diagnostic.code)},
            {"severity", severity_name(diagnostic.severity)},
            {"file", text_or_null(diagnostic.place.file)},
            {"line", number_or_null(diagnostic.place.line)},
            {"column", number_or_null(diagnostic.place.column)},
            {"field", text_or_null(diagnostic.field)},
            {"message", diagnostic.message},
            {"value", text_or_null(diagnostic.value)},
            {"help", text_or_null(diagnostic.help)}};
}

std::string file_report_json(const FileReport& report) {
    Json json = {{"source", text_or_null(report.source)},
                 {"source_found_by", found_name(report.found)},
                 {"read_to_end", report.read_to_end},
                 {"rows", report.rows},
                 {"rejected", report.rejected},
                 {"import", number_or_null(static_cast<std::uint64_t>(report.import_number))},
                 {"stored", stored_json(report)},
                 {"to_store", to_store_json(report)},
                 {"unchanged", report.outcome ? report.outcome->unchanged_rows : 0},
                 {"corrected", report.outcome ? report.outcome->corrected_rows : 0},
                 {"reversed", report.outcome ? report.outcome->reversals : 0},
                 {"same_as_import", same_json(report)},
                 {"rejected_costs", rejected_json(report)},
                 {"months", months_json(report)},
                 {"differences", differences_json(report)},
                 {"rejected_file", text_or_null(report.rejected_file)},
                 {"held", report.summary.held_rows()},
                 {"flags", flags_json(report.summary)},
                 {"periods", periods_json(report.summary)},
                 {"totals", currencies_json(report.summary.currencies())},
                 {"focus_columns", report.focus_columns},
                 {"other_columns", report.passed_over},
                 {"counts", counts_json(report.findings)}};
    if (report.parts > 0)
        json["parts"] = report.parts;
    return members(json);
}

}  // namespace focus_billing
