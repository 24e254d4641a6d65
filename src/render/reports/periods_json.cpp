#include "focus_billing/render/reports/periods_json.hpp"

#include <nlohmann/json.hpp>

#include "focus_billing/render/reports/file_report_json.hpp"

namespace focus_billing {

namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json or_null(const std::optional<std::string>& text) {
    return text ? Json(*text) : Json();
}

Json period_json(const PeriodRecord& record) {
    Json json = {{"period", record.period.text()},     {"status", record.status},
                 {"opened_at", record.opened_at},      {"since", record.since},
                 {"os_user", or_null(record.os_user)}, {"actor", or_null(record.actor)},
                 {"imports", record.imports},          {"totals", Json::array()}};
    for (const auto& total : record.totals) {
        json["totals"].push_back({{"currency", total.currency},
                                  {"charges", total.charges},
                                  {"billed", total.billed},
                                  {"held", total.held},
                                  {"held_cost", total.held_cost},
                                  {"rejected", total.rejected},
                                  {"rejected_cost", total.rejected_cost},
                                  {"carried_in", total.carried_in},
                                  {"carried_in_cost", total.carried_in_cost}});
    }
    return json;
}

}  // namespace

std::string periods_json(const std::vector<PeriodRecord>& periods) {
    std::string text = R"({"command":"periods list","periods":[)";
    for (std::size_t i = 0; i < periods.size(); ++i)
        text += (i == 0 ? "\n" : ",\n") + dump(period_json(periods[i]));
    return text + "],\n\"exit_code\":0}\n";
}

std::string period_change_json(const std::string& command, BillingPeriod period,
                               PeriodStatus status, const std::vector<Diagnostic>& diagnostics,
                               int exit_code) {
    std::string list;
    for (const auto& diagnostic : diagnostics)
        list += (list.empty() ? "\n" : ",\n") + diagnostic_json(diagnostic);
    return R"({"command":")" + command + R"(","period":")" + period.text() + R"(","status":")" +
           std::string(name_of(status)) + R"(","diagnostics":[)" + list +
           "],\n\"exit_code\":" + std::to_string(exit_code) + "}\n";
}

}  // namespace focus_billing
