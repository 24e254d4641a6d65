#include "convert/openai/organization_costs.hpp"

#include <charconv>

#include "convert/provider_dates.hpp"
#include "focus_billing/format/json.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

constexpr std::int64_t last_second = 253'402'300'799;  // as far as years have four digits
constexpr std::string_view export_help = "export it from /v1/organization/costs";

std::optional<std::int64_t> seconds_in(std::string_view text) {
    std::int64_t seconds = 0;
    const auto* last = text.data() + text.size();
    const auto [end, fault] = std::from_chars(text.data(), last, seconds);
    if (fault != std::errc() || end != last || text.empty() || seconds < 0 || seconds > last_second)
        return std::nullopt;
    return seconds;
}

std::string or_else(std::string_view text, std::string_view otherwise) {
    return std::string(text.empty() ? otherwise : text);
}

class CostPages {
public:
    CostPages(const std::string& file, const std::function<void(const OrganizationCost&)>& on_cost,
              const std::function<void(const Diagnostic&)>& on_finding)
        : m_file(file), m_on_cost(on_cost), m_on_finding(on_finding) {}

    bool read(std::string_view text) {
        const bool is_list = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == text.find('[');
        const auto fault = for_each_json_element(
            text, "data",
            [&](const JsonValue& value) { is_list ? take_page(value) : take_bucket(value); },
            [&](std::string_view name, const JsonValue& value) { take_rest(name, value); });
        if (fault) {
            report(601, "the file is no JSON from byte " + std::to_string(*fault) + " on", {},
                   "export it again from /v1/organization/costs");
        } else if (!is_list && m_buckets == 0 && !m_has_error &&
                   text.find("\"data\"") == std::string_view::npos) {
            report(601, "the JSON has no list 'data'", {});
        }
        return m_goes_on;
    }

private:
    void report(int code, std::string message, std::string_view value,
                std::string_view help = export_help) const {
        m_on_finding(make_diagnostic(code, {.file = m_file, .line = 0, .column = 0},
                                     std::move(message), std::string(value), std::string(help)));
    }

    void take_rest(std::string_view name, const JsonValue& value) {
        if (name == "has_more")
            m_goes_on = value.text == "true";
        if (name == "error" && !value.is_null()) {
            m_has_error = true;
            report(601, "the answer is an error", value.text_at("message"),
                   "ask again with an admin key");
        }
        if (name == "data")
            report(601, "'data' is no list", value.text);
    }

    void take_page(const JsonValue& page) {
        if (page.find("results") != nullptr)
            return take_bucket(page);
        const auto* data = page.find("data");
        if (data == nullptr || data->kind != JsonKind::array) {
            report(601, "an element of the list is no page and no bucket", page.text);
            return;
        }
        for (const auto& bucket : data->items)
            take_bucket(bucket);
        m_goes_on = page.text_at("has_more") == "true";
    }

    void take_bucket(const JsonValue& bucket) {
        ++m_buckets;
        m_result = 0;
        const auto start = seconds_in(bucket.text_at("start_time"));
        const auto end = seconds_in(bucket.text_at("end_time"));
        const auto* results = bucket.find("results");
        if (!start || results == nullptr || results->kind != JsonKind::array) {
            report(601, "bucket " + std::to_string(m_buckets) + " has no start_time or no results",
                   bucket.text_at("start_time"));
            return;
        }
        m_cost.bucket = {.start = {*start, 0},
                         .end = {end && *end > *start ? *end : *start + day_seconds, 0}};
        for (const auto& result : results->items)
            take_result(result);
    }

    void take_result(const JsonValue& result) {
        ++m_result;
        const auto written = result.text_at("amount.value");
        const auto amount = parse_decimal(written);
        m_cost.currency = upper_case(result.text_at("amount.currency"));
        if (amount.fault != DecimalFault::none || m_cost.currency.size() != 3) {
            report(602,
                   "result " + std::to_string(m_result) + " of bucket " +
                       std::to_string(m_buckets) + " has no amount",
                   trimmed(std::string(written) + " " + m_cost.currency),
                   "it has amount.value and amount.currency");
            return;
        }
        m_cost.amount = amount.value;
        m_cost.project = or_else(result.text_at("project_id"), "default");
        m_cost.project_name = result.text_at("project_name");
        m_cost.api_key = result.text_at("api_key_id");
        m_cost.line_item = or_else(result.text_at("line_item"), "API usage");
        take_quantity(result.text_at("quantity"));
        m_cost.unit = result.text_at("quantity_unit");
        m_on_cost(m_cost);
    }

    void take_quantity(std::string_view written) {
        const auto quantity = parse_decimal(written);
        m_cost.quantity.reset();
        if (quantity.fault == DecimalFault::none) {
            m_cost.quantity = quantity.value;
        } else if (!written.empty()) {
            report(602,
                   "the quantity of result " + std::to_string(m_result) + " of bucket " +
                       std::to_string(m_buckets) + " is no number",
                   written, "it has a number or null");
        }
    }

    const std::string& m_file;
    const std::function<void(const OrganizationCost&)>& m_on_cost;
    const std::function<void(const Diagnostic&)>& m_on_finding;
    OrganizationCost m_cost;
    std::uint64_t m_buckets = 0;
    std::uint64_t m_result = 0;  // in its bucket
    bool m_goes_on = false;
    bool m_has_error = false;
};

}  // namespace

bool read_organization_costs(std::string_view text, const std::string& file,
                             const std::function<void(const OrganizationCost&)>& on_cost,
                             const std::function<void(const Diagnostic&)>& on_finding) {
    return CostPages(file, on_cost, on_finding).read(text);
}

std::string focus_unit(std::string_view unit) {
    std::string name;
    while (!unit.empty()) {
        const auto end = unit.find('_');
        const auto word = unit.substr(0, end);
        unit.remove_prefix(end == std::string_view::npos ? unit.size() : end + 1);
        if (word.empty())
            continue;
        if (!name.empty())
            name += name.find_first_not_of("0123456789") == std::string::npos ? ' ' : '-';
        name += word == "gibibyte" ? "GiB" : upper_case(word.substr(0, 1));
        if (word != "gibibyte")
            name += word.substr(1);
    }
    return name;
}

}  // namespace focus_billing
