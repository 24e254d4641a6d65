#include "focus_billing/render/reports/difference_json.hpp"

#include <nlohmann/json.hpp>

#include "focus_billing/render/reports/difference_csv.hpp"

namespace focus_billing {

namespace {

using Json = nlohmann::ordered_json;

template <class Value>
Json or_null(const std::optional<Value>& value) {
    return value ? Json(*value) : Json();
}

Json text_or_null(const std::string& text) {
    return text.empty() ? Json() : Json(text);
}

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string difference_json(const DifferenceRow& row) {
    return dump({{"change", change_of(row)},
                 {"line", or_null(row.new_line)},
                 {"charge", or_null(row.old_charge)},
                 {"period", row.period.text()},
                 {"charge_period_start", text_or_null(row.charge_period_start)},
                 {"charge_period_end", text_or_null(row.charge_period_end)},
                 {"resource_id", text_or_null(row.resource_id)},
                 {"service_name", text_or_null(row.service_name)},
                 {"sku_id", text_or_null(row.sku_id)},
                 {"charge_category", text_or_null(row.charge_category)},
                 {"old_billed", or_null(row.old_cost)},
                 {"new_billed", or_null(row.new_cost)},
                 {"net", row.net},
                 {"currency", row.currency}});
}

std::string difference_totals_json(const std::vector<DifferenceTotal>& totals) {
    Json json = Json::array();
    for (const auto& total : totals) {
        json.push_back({{"period", total.period.text()},
                        {"currency", total.currency},
                        {"added", total.added},
                        {"removed", total.removed},
                        {"changed", total.changed},
                        {"net", total.net.text()}});
    }
    return dump(json);
}

}  // namespace focus_billing
