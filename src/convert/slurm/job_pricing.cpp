#include "convert/slurm/job_pricing.hpp"

#include <algorithm>

#include "focus_billing/model/decimal.hpp"

namespace focus_billing {

namespace {

constexpr std::string_view device_prefix = "gres/";

std::optional<Decimal> parse_count(std::string_view text) {
    const auto parsed = parse_decimal(text);
    if (parsed.fault != DecimalFault::none || parsed.value < Decimal{})
        return std::nullopt;
    return parsed.value;
}

// MiB where no unit is written.
std::optional<Decimal> parse_memory(std::string_view text) {
    constexpr std::string_view units = "KMGTP";
    std::size_t unit = 1;
    if (!text.empty() && units.find(text.back()) != std::string_view::npos) {
        unit = units.find(text.back());
        text.remove_suffix(1);
    }
    const auto count = parse_count(text);
    if (!count)
        return std::nullopt;
    Decimal gibibytes = *count;
    for (std::size_t i = unit; i < 2; ++i)
        gibibytes = product(gibibytes, Decimal::of(9765625, 10));
    for (std::size_t i = 2; i < unit; ++i)
        gibibytes = product(gibibytes, whole_number(1024));
    return gibibytes;
}

bool take_entry(std::string_view name, std::string_view text, TresCounts& counts) {
    if (name == "mem")
        return (counts.memory = parse_memory(text)).has_value();
    if (name == "cpu")
        return (counts.cpu = parse_count(text)).has_value();
    if (name == "node")
        return (counts.node = parse_count(text)).has_value();
    if (name == "billing")
        return (counts.billing = parse_count(text)).has_value();
    if (!name.starts_with(device_prefix))
        return true;
    // Memory of devices and the like come with units, and are not counted.
    if (const auto count = parse_count(text))
        counts.devices[std::string(name)] = *count;
    return true;
}

std::string_view kind_of(std::string_view device) {
    return device.substr(0, device.find(':'));
}

bool has_type(std::string_view device) {
    return device.find(':') != std::string_view::npos;
}

Decimal weighted_devices(const TresCounts& counts, const std::map<std::string, Decimal>& weights) {
    Decimal units;
    std::map<std::string_view, Decimal> weighed;  // of each kind, by type
    for (const auto& [name, weight] : weights) {
        const auto found = counts.devices.find(name);
        if (!has_type(name) || found == counts.devices.end())
            continue;
        units = sum(units, product(weight, found->second));
        weighed[kind_of(name)] = sum(weighed[kind_of(name)], found->second);
    }
    for (const auto& [name, weight] : weights) {
        if (!name.starts_with(device_prefix) || has_type(name))
            continue;
        const auto rest = difference(counts.device_count(name), weighed[name]);
        if (rest > Decimal{})
            units = sum(units, product(weight, rest));
    }
    return units;
}

constexpr std::size_t most_plans = 65'536;
constexpr std::int64_t hour = 3600;

bool matches(const JobMatch& match, const SlurmJob& job) {
    const auto is_in = [](const std::vector<std::string>& names, std::string_view name) {
        return names.empty() || std::ranges::find(names, name) != names.end();
    };
    return is_in(match.partitions, job.partition) && is_in(match.qos, job.qos);
}

bool counts_cores_alone(const TresWeights& weights) {
    return std::ranges::all_of(weights.weights,
                               [](const auto& weight) { return weight.first == "cpu"; });
}

Decimal for_seconds(const Decimal& hourly, std::int64_t seconds) {
    return seconds == 0 ? Decimal{}
                        : quotient(product(hourly, whole_number(seconds)), whole_number(hour));
}

}  // namespace

Decimal TresCounts::device_count(std::string_view kind) const {
    if (const auto generic = devices.find(kind); generic != devices.end())
        return generic->second;
    Decimal count;
    for (const auto& [name, number] : devices) {
        if (has_type(name) && kind_of(name) == kind)
            count = sum(count, number);
    }
    return count;
}

std::optional<TresCounts> parse_tres(std::string_view text) {
    TresCounts counts;
    while (!text.empty()) {
        const auto comma = text.find(',');
        const auto entry = text.substr(0, comma);
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
        const auto equals = entry.find('=');
        if (equals == std::string_view::npos ||
            !take_entry(entry.substr(0, equals), entry.substr(equals + 1), counts))
            return std::nullopt;
    }
    return counts;
}

Decimal weighted_units(const TresCounts& counts, const std::map<std::string, Decimal>& weights) {
    Decimal units = weighted_devices(counts, weights);
    const auto add = [&](const char* name, const std::optional<Decimal>& count) {
        const auto weight = weights.find(name);
        if (weight != weights.end() && count)
            units = sum(units, product(weight->second, *count));
    };
    add("cpu", counts.cpu);
    add("mem", counts.memory);
    add("node", counts.node);
    add("billing", counts.billing);
    return units;
}

std::optional<std::size_t> JobPricing::price_at(const JobPlan& plan, std::int64_t time) const {
    const auto found = std::ranges::find_if(plan.prices, [&](std::size_t place) {
        return m_terms.prices[place].price.holds_at({time, 0});
    });
    return found == plan.prices.end() ? std::nullopt : std::optional(*found);
}

std::int64_t JobPricing::next_change(const JobPlan& plan, std::int64_t time,
                                     std::int64_t end) const {
    for (const auto place : plan.prices) {
        const auto& price = m_terms.prices[place].price;
        for (const auto& change : {price.from, price.until}) {
            if (change && change->seconds > time)
                end = std::min(end, change->seconds);
        }
    }
    return end;
}

JobPlan JobPricing::make_plan(const SlurmJob& job) const {
    JobPlan plan;
    const auto weights = std::ranges::find_if(
        m_terms.weights, [&](const TresWeights& entry) { return matches(entry.match, job); });
    if (weights == m_terms.weights.end()) {
        plan.fault = "no weights are for the partition and the QOS of the job";
        return plan;
    }
    auto counts = parse_tres(job.resources);
    if (!counts) {
        plan.fault = "AllocTRES cannot be read";
        return plan;
    }
    if (job.resources.empty() && !counts_cores_alone(*weights)) {
        plan.fault = "AllocTRES is empty";
        return plan;
    }
    if (!counts->cpu && job.cpus)
        counts->cpu = whole_number(*job.cpus);
    plan.is_known = true;
    plan.cores = job.cpus ? whole_number(*job.cpus) : counts->cpu.value_or(Decimal{});
    plan.gpus = counts->device_count("gres/gpu");
    plan.units = weighted_units(*counts, weights->weights);
    plan.unit = weights->unit;
    for (std::size_t i = 0; i < m_terms.prices.size(); ++i) {
        if (matches(m_terms.prices[i].match, job))
            plan.prices.push_back(i);
    }
    const auto subsidy = std::ranges::find_if(
        m_terms.subsidies, [&](const JobSubsidy& entry) { return matches(entry.match, job); });
    plan.charged_part = subsidy == m_terms.subsidies.end()
                            ? whole_number(1)
                            : difference(whole_number(1), subsidy->part);
    plan.weights = static_cast<std::size_t>(weights - m_terms.weights.begin());
    plan.subsidy = static_cast<std::size_t>(subsidy - m_terms.subsidies.begin());
    return plan;
}

const JobPlan& JobPricing::plan(const SlurmJob& job) {
    m_key.assign(job.partition);
    for (const auto text : {job.qos, job.resources})
        m_key.append("|").append(text);
    m_key.append("|").append(std::to_string(job.cpus.value_or(-1)));
    if (const auto known = m_plans.find(m_key); known != m_plans.end())
        return known->second;
    if (m_plans.size() >= most_plans)
        m_plans.clear();
    return m_plans.emplace(m_key, make_plan(job)).first->second;
}

void JobPricing::cut(const JobPlan& plan, std::int64_t start, std::int64_t end,
                     const std::function<void(const JobPiece&)>& take) const {
    while (start < end) {
        const auto next = next_change(plan, start, end);
        take({.anchor = start, .start = start, .end = next, .price = price_at(plan, start)});
        start = next;
    }
}

PieceCosts JobPricing::costs(const JobPlan& plan, const JobPiece& piece) const {
    const auto between = [&](const Decimal& hourly) {
        return difference(for_seconds(hourly, piece.end - piece.anchor),
                          for_seconds(hourly, piece.start - piece.anchor));
    };
    const auto hourly = product(plan.units, price(piece));
    PieceCosts costs;
    costs.quantity = between(plan.units);
    costs.list = between(hourly);
    costs.billed = plan.charged_part == whole_number(1)
                       ? costs.list
                       : between(product(hourly, plan.charged_part));
    return costs;
}

}  // namespace focus_billing
