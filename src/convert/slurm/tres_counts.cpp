#include "convert/slurm/tres_counts.hpp"

#include "focus_billing/model/decimal_arithmetic.hpp"

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

}  // namespace focus_billing
