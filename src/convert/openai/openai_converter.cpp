#include "convert/openai/openai_converter.hpp"

#include <algorithm>

#include "convert/prices.hpp"
#include "convert/provider_dates.hpp"
#include "focus_billing/model/decimal.hpp"

namespace focus_billing {

namespace {

constexpr std::string_view credits_unit = "credits";

std::string day_text(Instant time) {
    return instant_text(time).substr(0, 10);
}

std::string record_of(const OrganizationCost& cost) {
    std::string record = instant_text(cost.bucket.start);
    for (const auto& text : {cost.project, cost.api_key, cost.line_item, cost.amount.text(),
                             cost.currency, cost.quantity.value_or(Decimal{}).text(), cost.unit})
        record.append("\n").append(text);
    return record;
}

}  // namespace

OpenAiConverter::OpenAiConverter(const ConversionBasics& basics, const OpenAiPricing& terms,
                                 BillingPeriod period, const ConverterOutput& output)
    : m_basics(basics), m_terms(terms), m_period(period), m_output(output) {}

std::vector<std::string> OpenAiConverter::extra_columns() const {
    return {"x_Credits", "x_Records", "x_Pools", "x_UsageQuantity", "x_UsageUnit"};
}

void OpenAiConverter::report(int code, const std::string& file, std::string message,
                             std::string value, std::string help) const {
    m_output.on_finding(make_diagnostic(code, {.file = file, .line = 0, .column = 0},
                                        std::move(message), std::move(value), std::move(help)));
}

void OpenAiConverter::read(const ConverterInput& input) {
    ++m_file;
    m_repeats = 0;
    m_records.begin_file();
    if (!input.bytes.is_json()) {
        read_credit_usage(
            input, [&](const auto& credit) { take_credits(credit, input.name); },
            m_output.on_finding);
    } else if (const auto text = input.bytes.whole_text(input.name, m_output.on_finding)) {
        const bool goes_on = read_organization_costs(
            *text, input.name, [&](const auto& cost) { take_cost(cost, input.name); },
            m_output.on_finding);
        (goes_on ? m_goes_on : m_ends) = true;
    }
    tell_repeats(input.name);
}

bool OpenAiConverter::is_repeat(const std::string& record, std::string_view unit,
                                const Decimal& amount) {
    m_output.totals.add_in(unit, amount);
    if (!m_records.is_repeat(record))
        return false;
    m_output.totals.add_part(unit, "read before", amount);
    ++m_repeats;
    return true;
}

void OpenAiConverter::tell_repeats(const std::string& file) {
    if (m_repeats == 0)
        return;
    report(607, file, "records were read before in another file; they count once",
           std::to_string(m_repeats) + (m_repeats == 1 ? " record" : " records"),
           "nothing is charged twice; name files that do not overlap if you want no warning");
}

void OpenAiConverter::take_credits(const CreditUsage& credit, const std::string& file) {
    if (is_repeat(credit.cells, credits_unit, credit.credits))
        return;
    const auto [entry, is_new] =
        m_credit_usages.try_emplace({credit.day, credit.user, {}, credit.usage_type, {}});
    auto& usage = entry->second;
    usage.end = {credit.day.seconds + day_seconds, 0};
    if (!credit.user_name.empty())
        usage.name = credit.user_name;
    m_credits.push_back({entry, credit.credits});
    add(*entry, credit.credits, credit.quantity, credit.unit, file);
}

void OpenAiConverter::take_cost(const OrganizationCost& cost, const std::string& file) {
    if (is_repeat(record_of(cost), cost.currency, cost.amount))
        return;
    const auto [entry, is_new] = m_costs.try_emplace(
        {cost.bucket.start, cost.project, cost.api_key, cost.line_item, cost.currency});
    auto& usage = entry->second;
    usage.end = cost.bucket.end;
    if (!cost.project_name.empty())
        usage.name = cost.project_name;
    add(*entry, cost.amount, cost.quantity.value_or(Decimal{}), cost.unit, file);
}

void OpenAiConverter::add(Usages::value_type& entry, const Decimal& amount, const Decimal& quantity,
                          const std::string& unit, const std::string& file) {
    auto& [key, usage] = entry;
    if (usage.records == 0) {
        usage.unit = unit;
        usage.file = m_file;
    }
    if (usage.unit != unit)
        usage.unit.clear();
    usage.amount = sum(usage.amount, amount);
    usage.quantity = sum(usage.quantity, quantity);
    ++usage.records;
    if (usage.file == m_file || usage.is_in_two_files)
        return;
    usage.is_in_two_files = true;
    const auto& [day, who, api_key, what, currency] = key;
    report(634, file, "usage of one day stands in two files with other figures; both are charged",
           day_text(day) + " " + who + " " + what,
           "leave out the file that was exported before the day was over");
}

std::string OpenAiConverter::pool_names(const std::set<std::size_t>& pools) const {
    std::string names;
    for (const auto pool : pools)
        names += (names.empty() ? "" : ", ") + m_terms.pools[pool].name;
    return names;
}

FocusRow OpenAiConverter::row_of(const Key& key, const Usage& usage, const Decimal& cost) const {
    using enum FocusText;
    const auto& [start, who, api_key, what, currency] = key;
    FocusRow row = make_row(m_basics, m_period);
    row.charge_period = {.start = start, .end = usage.end};
    set_costs(row, cost, cost);
    row[resource_id] = who;
    row[resource_name] = usage.name.empty() ? who : usage.name;
    for (const auto column : {sku_id, sku_price_id, sku_meter})
        row[column] = what;
    row[charge_description] = what + " by " + who;
    row.extras = {std::string(), std::to_string(usage.records), pool_names(usage.pools),
                  usage.quantity.is_zero() ? std::string() : usage.quantity.text(), usage.unit};
    return row;
}

void OpenAiConverter::use_pools(CreditPools& pools) {
    std::ranges::stable_sort(
        m_credits, {}, [](const Credit& credit) { return std::get<Instant>(credit.usage->first); });
    Decimal missing;
    Instant since;
    for (const auto& [entry, credits] : m_credits) {
        auto& [key, usage] = *entry;
        const auto day = std::get<Instant>(key);
        const auto month = month_of(day);
        if (month > m_period)
            break;
        const auto taken = pools.take(credits, day);
        usage.cost = sum(usage.cost, taken.cost);
        usage.pools.insert(taken.pools.begin(), taken.pools.end());
        if (month < m_period || taken.missing.is_zero())
            continue;
        if (missing.is_zero())
            since = day;
        missing = sum(missing, taken.missing);
    }
    if (!missing.is_zero())
        tell_missing(pools, missing, since);
}

void OpenAiConverter::tell_missing(const CreditPools& pools, const Decimal& missing,
                                   Instant since) {
    report(630, {}, "credits were used that no pool has",
           missing.text() + " credits in " + m_period.text() + ", the first on " + day_text(since),
           "add the pool they come from to pools, with its days, credits and amount; used are: " +
               pools.text());
}

// A pool that was used before the input begins has less left, so that the next one begins earlier.
void OpenAiConverter::tell_unknown_use(const CreditPools& pools) {
    const auto first = std::get<Instant>(m_credits.front().usage->first);
    for (const auto& pool : pools.pools()) {
        const auto& terms = *pool.terms;
        if (!pool.is_drawn || terms.used || !terms.from || *terms.from >= first)
            continue;
        report(633, {},
               "what was used of the pool " + terms.name + " before the input begins is not known",
               "the pool holds since " + day_text(*terms.from) + ", the input since " +
                   day_text(first),
               "export from the first day of the pool on, or write how many credits were used "
               "before " +
                   day_text(first) + ", such as used: 0");
    }
}

void OpenAiConverter::charge_credits() {
    if (m_credits.empty())
        return;
    if (m_terms.pools.empty()) {
        report(605, {}, "credits have no price", {},
               "add the pool they come from to convert." + m_basics.name + ".pools");
        return;
    }
    CreditPools pools(m_terms.pools);
    use_pools(pools);
    tell_unknown_use(pools);
    for (const auto& [key, usage] : m_credit_usages) {
        const auto& [day, user, api_key, type, currency] = key;
        const auto month = month_of(day);
        const auto part = month < m_period   ? "earlier months"
                          : month > m_period ? "later months"
                                             : "charged";
        m_output.totals.add_part(credits_unit, part, usage.amount, usage.records);
        if (month != m_period)
            continue;
        auto row = row_of(key, usage, usage.cost);
        row[FocusText::resource_type] = "User";
        row.extras[0] = usage.amount.text();
        set_priced_quantity(row, usage.amount, "Credits");
        row.tags.emplace_back("usage_type", type);
        set_payer(row, m_basics.payers.find_email(user, day), "user", user, m_output.unmapped);
        m_output.on_row(row);
    }
}

void OpenAiConverter::charge_costs() {
    for (const auto& [key, usage] : m_costs) {
        const bool is_other = month_of(std::get<Instant>(key)) != m_period;
        m_output.totals.add_part(std::get<4>(key), is_other ? "other months" : "charged",
                                 usage.amount, usage.records);
        if (!is_other)
            charge_cost(key, usage);
    }
}

void OpenAiConverter::charge_cost(const Key& key, const Usage& usage) {
    using enum FocusText;
    const auto& [start, project, api_key, item, currency] = key;
    auto row = row_of(key, usage, usage.amount);
    row[billing_currency] = currency;
    row[resource_type] = "Project";
    // A cost without a quantity is priced by itself, since usage must have one.
    if (usage.quantity.is_zero() || usage.unit.empty()) {
        set_priced_quantity(row, usage.amount, currency);
        row.list_unit_price = row.contracted_unit_price = whole_number(1);
        row.consumed_quantity.reset();
        row[consumed_unit].clear();
    } else {
        set_priced_quantity(row, usage.quantity, focus_unit(usage.unit));
    }
    row.tags.emplace_back("line_item", item);
    add_tag(row, "model", item.substr(0, item.find(", ")));
    add_tag(row, "api_key_id", api_key);
    const auto* payer = api_key.empty() ? nullptr : m_basics.payers.find(api_key, start);
    if (payer == nullptr)
        payer = m_basics.payers.find(project, start);
    set_payer(row, payer, "project", project, m_output.unmapped);
    m_output.on_row(row);
}

void OpenAiConverter::finish() {
    if (m_goes_on && !m_ends) {
        report(622, {}, "the list of costs goes on in a page that is not there", {},
               "export all pages, until has_more is false");
    }
    charge_credits();
    charge_costs();
}

}  // namespace focus_billing
