#include <nlohmann/json.hpp>

#include "focus_billing/render/reports/conversion_report.hpp"
#include "focus_billing/render/reports/file_report_json.hpp"

namespace focus_billing {

namespace {

using Json = nlohmann::ordered_json;

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
        list.push_back(Json::parse(diagnostic_json(diagnostic)));
    return list;
}

}  // namespace

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
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace focus_billing
