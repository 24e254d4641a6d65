#include "focus_billing/convert/openai_converter.hpp"

#include <charconv>

#include "focus_billing/convert/credit_pools.hpp"
#include "focus_billing/convert/provider_date.hpp"
#include "focus_billing/format/text_source.hpp"
#include "focus_billing/model/ascii.hpp"
#include "focus_billing/model/decimal_arithmetic.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t largest_file = std::size_t{1} << 30U;
constexpr std::int64_t day_seconds = 86'400;
constexpr std::string_view credits_quantity = "credits";

enum Column : std::size_t { date, email, name, usage_type, credits, quantity, units };

const std::vector<CsvColumn>& columns() {
    static const std::vector<CsvColumn> table = {{{"date_partition", "date"}},
                                                 {{"email"}},
                                                 {{"name"}, false},
                                                 {{"usage_type"}},
                                                 {{"usage_credits"}},
                                                 {{"usage_quantity"}, false},
                                                 {{"usage_units"}, false}};
    return table;
}

std::optional<std::int64_t> seconds_in(std::string_view text) {
    std::int64_t seconds = 0;
    const auto* last = text.data() + text.size();
    const auto [end, fault] = std::from_chars(text.data(), last, seconds);
    // As far as years have four digits.
    if (fault != std::errc() || end != last || text.empty() || seconds < 0 ||
        seconds > 253'402'300'799)
        return std::nullopt;
    return seconds;
}

std::string or_else(std::string_view text, std::string_view otherwise) {
    return std::string(text.empty() ? otherwise : text);
}

}  // namespace

OpenAiConverter::OpenAiConverter(const ConversionBasics& basics, const OpenAiTerms& terms,
                                 BillingPeriod period, const ConverterOutput& output)
    : m_basics(basics), m_terms(terms), m_period(period), m_output(output) {}

std::vector<std::string> OpenAiConverter::extra_columns() const {
    return {"x_Credits", "x_Records"};
}

void OpenAiConverter::report(int code, const std::string& file, std::string message,
                             std::string value, std::string help) const {
    m_output.on_finding(make_diagnostic(code, {.file = file, .line = 0, .column = 0},
                                        std::move(message), std::move(value), std::move(help)));
}

void OpenAiConverter::read(const ConverterInput& input) {
    const auto text = read_all(input.bytes, largest_file);
    if (!text) {
        report(601, input.name, "the file is larger than 1 GiB", {}, "export fewer days at once");
        return;
    }
    const auto first = text->find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first != std::string::npos && text->at(first) == '{') {
        read_costs(*text, input.name);
        return;
    }
    TextSource source(*text);
    read_credits({input.name, source});
}

void OpenAiConverter::read_credits(const ConverterInput& input) {
    CsvTable table(input, columns(), m_output.on_finding);
    table.for_each_row([&] { take_credits(table); });
}

void OpenAiConverter::take_credits(CsvTable& table) {
    const auto time = parse_provider_date(table.text(date));
    const auto amount = table.number(credits);
    if (!time) {
        table.report(602, date, "this is no date", std::string(table.text(date)),
                     "it is written M/D/YYYY or YYYY-MM-DD");
        return;
    }
    if (!amount || *amount < Decimal{}) {
        table.report(602, credits, "credits must be a number of 0 or more",
                     std::string(table.text(credits)), "export the usage again");
        return;
    }
    auto& usage = m_credits[{
        *time, comparable_email(table.text(email)), std::string(table.text(usage_type)), {}}];
    usage.user_name = table.text(name);
    usage.amount = sum(usage.amount, *amount);
    usage.quantity = sum(usage.quantity, table.number(quantity).value_or(Decimal{}));
    usage.unit = table.text(units);
    ++usage.records;
}

void OpenAiConverter::read_costs(const std::string& text, const std::string& file) {
    bool has_data = false;
    const auto on_bucket = [&](const JsonValue& bucket) { take_bucket(bucket, file); };
    bool goes_on = false;
    const auto on_rest = [&](std::string_view member, const JsonValue& value) {
        goes_on = goes_on || (member == "has_more" && value.text == "true");
    };
    const auto fault = for_each_json_element(text, "data", on_bucket, on_rest);
    has_data = text.find("\"data\"") != std::string::npos;
    ++(goes_on ? m_open_pages : m_last_pages);
    if (fault) {
        report(601, file, "the file is no JSON from byte " + std::to_string(*fault) + " on", {},
               "export it again from /v1/organization/costs");
    } else if (!has_data) {
        report(601, file, "the JSON has no list 'data'", {},
               "export it from /v1/organization/costs");
    }
}

void OpenAiConverter::take_bucket(const JsonValue& bucket, const std::string& file) {
    const auto start = seconds_in(bucket.text_at("start_time"));
    const auto* results = bucket.find("results");
    if (!start || results == nullptr) {
        report(601, file, "a bucket has no start_time or no results",
               std::string(bucket.text_at("start_time")), "export it from /v1/organization/costs");
        return;
    }
    for (const auto& result : results->items)
        take_result(result, {*start - *start % day_seconds, 0}, file);
}

void OpenAiConverter::take_result(const JsonValue& result, Instant day, const std::string& file) {
    const auto written = result.text_at("amount.value");
    const auto amount = parse_decimal(written);
    const auto currency = upper_case(result.text_at("amount.currency"));
    if (amount.fault != DecimalFault::none || currency.size() != 3) {
        report(602, file, "a result has no amount", std::string(written) + " " + currency,
               "it has amount.value and amount.currency");
        return;
    }
    auto& usage = m_costs[{day, or_else(result.text_at("project_id"), "default"),
                           or_else(result.text_at("line_item"), "API usage"), currency}];
    usage.amount = sum(usage.amount, amount.value);
    const auto used = parse_decimal(result.text_at("quantity"));
    if (used.fault == DecimalFault::none) {
        usage.quantity = sum(usage.quantity, used.value);
        usage.unit = result.text_at("quantity_unit");
    }
    ++usage.records;
}

FocusRow OpenAiConverter::row_of(const Key& key, const Usage& usage, const Decimal& cost) const {
    using enum FocusText;
    const auto& [day, who, what, currency] = key;
    FocusRow row = make_row(m_basics, m_period);
    row.charge_period = {.start = day, .end = {day.seconds + day_seconds, 0}};
    if (!currency.empty())
        row[billing_currency] = currency;
    set_costs(row, cost, cost);
    row[resource_id] = who;
    row[resource_name] = usage.user_name.empty() ? who : usage.user_name;
    row[sku_id] = what;
    row[sku_price_id] = what;
    row[sku_meter] = what;
    row[charge_description] = what + " by " + who;
    row.tags.emplace_back("usage_type", what);
    row.extras = {std::string(), std::to_string(usage.records)};
    return row;
}

void OpenAiConverter::charge_credits() {
    CreditPools pools(m_terms.pools);
    Decimal missing;
    for (const auto& [key, usage] : m_credits) {
        const auto& [day, user, type, currency] = key;
        const auto month = month_of(day);
        m_output.totals.add_in(credits_quantity, usage.amount, usage.records);
        if (month > m_period) {
            m_output.totals.add_part(credits_quantity, "later months", usage.amount, usage.records);
            continue;
        }
        const auto taken = pools.take(usage.amount, day);
        if (month < m_period) {
            m_output.totals.add_part(credits_quantity, "earlier months", usage.amount,
                                     usage.records);
            continue;
        }
        m_output.totals.add_part(credits_quantity, "charged", usage.amount, usage.records);
        missing = sum(missing, taken.missing);
        auto row = row_of(key, usage, taken.cost);
        row[FocusText::resource_type] = "User";
        row.extras[0] = usage.amount.text();
        const auto unit_price =
            usage.amount.is_zero() ? Decimal{} : quotient(taken.cost, usage.amount);
        set_quantity(row, usage.amount, "Credits", unit_price);
        set_payer(row, m_basics.payers.find_email(user, day), "user", user, m_output.unmapped);
        m_output.on_row(row);
    }
    if (!missing.is_zero()) {
        report(630, {}, "credits were used that no pool has",
               missing.text() + " credits in " + m_period.text(),
               "add the pool they come from to pools, with its days, credits and amount");
    }
}

void OpenAiConverter::charge_costs() {
    for (const auto& [key, usage] : m_costs) {
        const auto& [day, project, item, currency] = key;
        m_output.totals.add_in(currency, usage.amount, usage.records);
        if (month_of(day) != m_period) {
            m_output.totals.add_part(currency, "other months", usage.amount, usage.records);
            continue;
        }
        m_output.totals.add_part(currency, "charged", usage.amount, usage.records);
        auto row = row_of(key, usage, usage.amount);
        row[FocusText::resource_type] = "Project";
        if (!usage.quantity.is_zero()) {
            set_quantity(row, usage.quantity, usage.unit == "tokens" ? "Tokens" : usage.unit,
                         quotient(usage.amount, usage.quantity));
        }
        set_payer(row, m_basics.payers.find(project, day), "project", project, m_output.unmapped);
        m_output.on_row(row);
    }
}

void OpenAiConverter::finish() {
    if (!m_credits.empty() && m_terms.pools.empty()) {
        report(605, {}, "credits have no price", {},
               "add the pool they come from to convert." + m_basics.name + ".pools");
        return;
    }
    if (m_open_pages > 0 && m_last_pages == 0) {
        report(622, {}, "the list of costs goes on in a page that is not there", {},
               "export all pages, until has_more is false");
    }
    charge_credits();
    charge_costs();
}

}  // namespace focus_billing
