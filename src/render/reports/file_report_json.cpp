#include "focus_billing/render/reports/file_report_json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

#include "focus_billing/render/reports/difference_report.hpp"

namespace focus_billing {

namespace {

using Json = nlohmann::ordered_json;

// Findings about text that is no UTF-8 must be printable too.
std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json text_or_null(const std::string& text) {
    return text.empty() ? Json() : Json(text);
}

Json number_or_null(std::uint64_t number) {
    return number == 0 ? Json() : Json(number);
}

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
            flags[std::string(flag_names[i])] = totals.rows;
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
    return report.outcome ? Json::parse(difference_totals_json(report.outcome->differences))
                          : Json::array();
}

// A list of pairs of one object's members, without the braces around them.
std::string members(const Json& json) {
    const std::string object = dump(json);
    return object.substr(1, object.size() - 2);
}

bool needs_escapes(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte > 0x7E || c == '"' || c == '\\';
}

std::string member(std::string_view name, const std::string& value) {
    return fmt::format("\"{}\":{}", name, value);
}

}  // namespace

std::string json_text(std::string_view text) {
    if (std::ranges::any_of(text, needs_escapes))
        return dump(Json(text));
    return fmt::format("\"{}\"", text);
}

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

// Put together by hand: a file can have a million findings.
std::string diagnostic_json(const Diagnostic& diagnostic) {
    const auto text = [](std::string_view value) {
        return value.empty() ? std::string("null") : json_text(value);
    };
    const auto number = [](std::uint64_t value) {
        return value == 0 ? std::string("null") : fmt::format("{}", value);
    };
    return "{" +
           fmt::format("{},{},{},{},{},{},{},{},{}",
                       member("code", fmt::format("\"FB{:03}\"", diagnostic.code)),
                       member("severity", json_text(severity_name(diagnostic.severity))),
                       member("file", text(diagnostic.place.file)),
                       member("line", number(diagnostic.place.line)),
                       member("column", number(diagnostic.place.column)),
                       member("field", text(diagnostic.field)),
                       member("message", json_text(diagnostic.message)),
                       member("value", text(diagnostic.value)),
                       member("help", text(diagnostic.help))) +
           "}";
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
