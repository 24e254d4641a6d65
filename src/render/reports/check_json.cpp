#include "focus_billing/render/reports/check_json.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

namespace focus_billing {

namespace {

using Json = nlohmann::ordered_json;

Json value_json(const CheckTerm& term) {
    std::int64_t number = 0;
    const auto* const end = term.value.data() + term.value.size();
    if (term.is_amount || std::from_chars(term.value.data(), end, number).ptr != end)
        return term.value;
    return number;
}

Json terms_json(const std::vector<CheckTerm>& terms) {
    Json json = Json::object();
    for (const auto& term : terms)
        json[std::string(term.name)] = value_json(term);
    return json;
}

Json fault_json(const Diagnostic& fault) {
    return {{"code", "FB" + std::to_string(fault.code)},
            {"message", fault.message},
            {"help", fault.help}};
}

}  // namespace

std::string check_line_json(const CheckLine& line) {
    const Json json = {{"check", line.subject},
                       {"ok", !line.fault},
                       {"left", terms_json(line.left)},
                       {"right", terms_json(line.right)},
                       {"fault", line.fault ? fault_json(*line.fault) : Json()}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace focus_billing
