#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "convert/converted.hpp"
#include "convert/csv_map/csv_map_converter.hpp"

namespace focus_billing {

inline CsvExpression cell(const std::string& name) {
    CsvExpression expression;
    expression.operation = CsvOperation::column;
    expression.text = name;
    return expression;
}

inline CsvExpression fixed(const std::string& text) {
    CsvExpression expression;
    expression.text = text;
    return expression;
}

inline CsvExpression made(CsvOperation operation, std::vector<CsvExpression> operands) {
    CsvExpression expression;
    expression.operation = operation;
    expression.operands = std::move(operands);
    return expression;
}

inline CsvExpression date(const std::string& name, const std::string& form,
                          bool inclusive = false) {
    auto expression = cell(name);
    expression.operation = CsvOperation::date;
    expression.form = form;
    expression.inclusive = inclusive;
    return expression;
}

inline CsvExpression text_of(const std::string& text) {
    auto expression = fixed(text);
    expression.operation = CsvOperation::text;
    return expression;
}

inline CsvMap small_map() {
    CsvMap map;
    map.columns = {{"BilledCost", cell("Cost")}, {"ChargePeriodStart", cell("Day")}};
    return map;
}

inline ConversionBasics small_basics() {
    ConversionBasics basics;
    basics.currency = "USD";
    basics.service = "Service";
    basics.tag_keys[index_of(Attribute::pi_email)] = "pi_email";
    basics.payers = PayerMap(
        {{.name = "bio", .start = {}, .end = {}, .tags = {{"pi_email", "ada@example.edu"}}},
         {.name = "Kai@Example.edu", .start = {}, .end = {}, .tags = {{"pi_email", "kai"}}},
         {.name = "/lab", .start = {}, .end = {}, .tags = {{"pi_email", "lab"}}}});
    return basics;
}

inline Converted convert(const CsvMap& map, const std::string& text) {
    static const auto basics = small_basics();
    return convert_texts(
        [&](const ConverterOutput& output) {
            return std::make_unique<CsvMapConverter>(basics, map, BillingPeriod(2025, 1), output);
        },
        {{"f.csv", text}});
}

inline std::vector<std::string> told(const Converted& converted) {
    std::vector<std::string> lines;
    for (const auto& finding : converted.findings)
        lines.push_back(std::to_string(finding.place.line) + " FB" + std::to_string(finding.code) +
                        " " + finding.message +
                        (finding.value.empty() ? "" : " | " + finding.value));
    return lines;
}

using Lines = std::vector<std::string>;
using Operation = CsvOperation;

inline std::string times(const FocusRow& row) {
    return instant_text(row.charge_period.start) + " " + instant_text(row.charge_period.end);
}

}  // namespace focus_billing
