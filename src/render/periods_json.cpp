#include "focus_billing/render/periods_json.hpp"

#include <nlohmann/json.hpp>

namespace focus_billing {

namespace {

using Json = nlohmann::ordered_json;

Json period_json(const PeriodRecord& record) {
    Json json = {{"period", record.period.text()},
                 {"status", record.status},
                 {"opened_at", record.opened_at},
                 {"imports", record.imports},
                 {"totals", Json::array()}};
    for (const auto& total : record.totals) {
        json["totals"].push_back({{"currency", total.currency},
                                  {"charges", total.charges},
                                  {"billed", total.billed},
                                  {"held", total.held},
                                  {"held_cost", total.held_cost}});
    }
    return json;
}

}  // namespace

std::string periods_json(const std::vector<PeriodRecord>& periods) {
    std::string text = R"({"command":"periods list","periods":[)";
    for (std::size_t i = 0; i < periods.size(); ++i)
        text += (i == 0 ? "\n" : ",\n") + period_json(periods[i]).dump();
    return text + "],\n\"exit_code\":0}\n";
}

}  // namespace focus_billing
