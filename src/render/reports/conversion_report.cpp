#include "focus_billing/render/reports/conversion_report.hpp"

#include <fmt/format.h>

#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/reports/file_report_json.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t most_unmapped = 20;

std::string head_text(const ConversionReport& report) {
    return fmt::format("{} {}: {} -> {}{}\n", shown_text(report.source), report.period.text(),
                       counted(report.files.size(), "file"), counted(report.rows, "charge"),
                       report.output.empty() ? "" : " in " + shown_text(report.output, 500));
}

std::string costs_text(const ConversionReport& report) {
    std::vector<TextRow> rows;
    for (const auto& [currency, costs] : report.costs) {
        rows.push_back({"list cost", currency, costs.list.text()});
        rows.push_back({"billed cost", currency, costs.billed.text()});
    }
    return text_table(rows, 2);
}

// Seconds are hard to read: hours are shown beside them.
bool has_seconds(const std::string& quantity) {
    return quantity.ends_with("-seconds");
}

std::string hours_of(const DecimalSum& amount) {
    const auto whole = parse_decimal(amount.text());
    if (whole.fault != DecimalFault::none)
        return {};
    auto text = quotient(whole.value, whole_number(3600), 2).text();
    const auto point = text.find('.');
    if (point == std::string::npos)
        return text + ".00";
    text.append(point + 3 - text.size(), '0');
    return text;
}

std::string totals_text(const ConversionReport& report) {
    std::string text;
    for (const auto& total : report.totals.totals()) {
        std::vector<TextRow> rows;
        const auto add = [&](const TalliedPart& part, const std::string& name) {
            rows.push_back({shown_text(name), part.amount.text()});
            if (has_seconds(total.quantity)) {
                rows.back().push_back(hours_of(part.amount));
                rows.back().push_back("hours");
            }
            rows.back().push_back(counted(part.records, "record"));
        };
        add(total.in, "in");
        for (const auto& part : total.parts)
            add(part, part.name);
        text += total.quantity + "\n" + text_table(rows, 2);
    }
    return text;
}

std::string unmapped_text(const ConversionReport& report) {
    if (report.unmapped.empty())
        return {};
    std::vector<TextRow> rows;
    for (const auto& [name, unmapped] : report.unmapped) {
        if (rows.size() == most_unmapped)
            break;
        std::string billed;
        for (const auto& [currency, amount] : unmapped.billed)
            billed += (billed.empty() ? "" : ", ") + currency + " " + amount.text();
        rows.push_back(
            {name.first, shown_text(name.second), counted(unmapped.records, "charge"), billed});
    }
    std::string text =
        fmt::format("to map: no entry of payers has {}; what they cost is held for review\n",
                    counted(report.unmapped.size(), "name")) +
        plain_table(rows, 2);
    if (report.unmapped.size() > most_unmapped) {
        text += fmt::format("  and {} more; --json lists all\n",
                            report.unmapped.size() - most_unmapped);
    }
    return text;
}

std::string breakdown_text(const ConversionReport& report) {
    if (report.groups.empty())
        return {};
    std::vector<TextRow> rows{
        {"payer", "service", "account", "quantity", "unit", "list", "billed", "currency"}};
    for (const auto& [name, group] : report.groups) {
        rows.push_back({name.payer.empty() ? "-" : shown_text(name.payer), shown_text(name.service),
                        shown_text(name.account), group.quantity.text(), name.unit,
                        group.list.text(), group.billed.text(), name.currency});
    }
    return text_table(rows, 2);
}

Json part_json(const TalliedPart& part) {
    return {{"part", part.name}, {"amount", part.amount.text()}, {"records", part.records}};
}

Json totals_json(const ControlTotals& totals) {
    Json list = Json::array();
    for (const auto& total : totals.totals()) {
        Json parts = Json::array();
        for (const auto& part : total.parts)
            parts.push_back(part_json(part));
        list.push_back({{"quantity", total.quantity},
                        {"in", total.in.amount.text()},
                        {"records", total.in.records},
                        {"parts", std::move(parts)}});
    }
    return list;
}

Json costs_json(const ConversionReport& report) {
    Json costs = Json::object();
    for (const auto& [currency, cost] : report.costs)
        costs[currency] = {{"list", cost.list.text()}, {"billed", cost.billed.text()}};
    return costs;
}

Json groups_json(const ConversionReport& report) {
    Json groups = Json::array();
    for (const auto& [name, group] : report.groups) {
        groups.push_back({{"payer", name.payer},
                          {"service", name.service},
                          {"account", name.account},
                          {"quantity", group.quantity.text()},
                          {"unit", name.unit},
                          {"charges", group.rows},
                          {"list", group.list.text()},
                          {"billed", group.billed.text()},
                          {"currency", name.currency}});
    }
    return groups;
}

Json unmapped_json(const UnmappedNames& names) {
    Json list = Json::array();
    for (const auto& [name, unmapped] : names) {
        Json billed = Json::object();
        for (const auto& [currency, amount] : unmapped.billed)
            billed[currency] = amount.text();
        list.push_back({{"kind", name.first},
                        {"name", name.second},
                        {"charges", unmapped.records},
                        {"billed", std::move(billed)}});
    }
    return list;
}

Json findings_json(const Findings& findings) {
    Json list = Json::array();
    for (const auto& diagnostic : findings.kept())
        list.push_back(diagnostic_json(diagnostic));
    return list;
}

}  // namespace

std::string conversion_text(const ConversionReport& report, bool breakdown) {
    return head_text(report) + costs_text(report) + (breakdown ? breakdown_text(report) : "") +
           totals_text(report) + unmapped_text(report);
}

std::string conversion_json(const ConversionReport& report, int exit_code) {
    const Json json = {{"command", "convert"},
                       {"source", report.source},
                       {"period", report.period.text()},
                       {"files", report.files},
                       {"output", report.output},
                       {"charges", report.rows},
                       {"costs", costs_json(report)},
                       {"groups", groups_json(report)},
                       {"totals", totals_json(report.totals)},
                       {"unmapped", unmapped_json(report.unmapped)},
                       {"findings", findings_json(report.findings)},
                       {"exit_code", exit_code}};
    return json.text(2) + "\n";
}

}  // namespace focus_billing
