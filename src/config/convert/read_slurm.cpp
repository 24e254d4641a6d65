#include "config/convert/read_slurm.hpp"

#include <array>

#include <fmt/format.h>

#include "config/convert/read_prices.hpp"
#include "config/read_values.hpp"
#include "focus_billing/format/time_zone.hpp"

namespace focus_billing {

namespace {

constexpr std::array<std::string_view, 3> row_names = {"account", "job", "day"};

JobMatch read_match(ConfigReader& reader, const Section& section) {
    JobMatch match;
    if (const auto* partitions = section.find("partition"))
        match.partitions = read_texts(reader, *partitions);
    if (const auto* qos = section.find("qos"))
        match.qos = read_texts(reader, *qos);
    return match;
}

// A quantity of one resource is named after it.
std::string usual_unit(const std::map<std::string, Decimal>& weights) {
    if (weights.size() != 1)
        return "Service-Unit-Hours";
    const auto& resource = weights.begin()->first;
    if (resource == "cpu")
        return "Core-Hours";
    if (resource == "mem")
        return "GiB-Hours";
    if (resource == "node")
        return "Node-Hours";
    if (resource == "billing")
        return "Billing-Hours";
    return resource.starts_with("gres/gpu") ? "GPU-Hours" : "Service-Unit-Hours";
}

bool is_weighable(std::string_view resource) {
    for (const std::string_view plain : {"cpu", "mem", "node", "billing"}) {
        if (resource == plain)
            return true;
    }
    return resource.starts_with("gres/") && resource.size() > 5;
}

TresWeights read_weights(ConfigReader& reader, const Section& section) {
    TresWeights weights{.match = read_match(reader, section), .unit = {}, .weights = {}};
    const auto* tres = section.find("tres");
    if (tres == nullptr) {
        reader.report(9, {section.setting().node, section.field("tres")}, "weights have no tres",
                      {}, "add a group such as: tres: {cpu: 1, gres/gpu: 8}");
        return weights;
    }
    for (const auto& [key, value] : reader.entries(*tres)) {
        if (!is_weighable(key.node->text)) {
            reader.report(11, key, fmt::format("'{}' is no resource of Slurm", key.node->text),
                          key.node->text,
                          "write one of: cpu, mem (per GiB), node, billing, gres/gpu, "
                          "gres/gpu:TYPE");
        }
        weights.weights[key.node->text] = read_price(reader, value).value_or(Decimal{});
    }
    weights.unit = usual_unit(weights.weights);
    if (const auto* unit = section.find("unit"))
        weights.unit = reader.filled_text(*unit).value_or(weights.unit);
    return weights;
}

void read_prices(ConfigReader& reader, const Setting& setting, SlurmPricing& terms) {
    if (setting.node->kind == YamlKind::text) {
        const auto price = read_price(reader, setting).value_or(Decimal{});
        terms.prices.push_back({.match = {}, .price = {.price = price, .from = {}, .until = {}}});
        return;
    }
    for (const auto& entry : reader.list(setting).value_or(std::vector<Setting>{})) {
        const auto section = reader.section(entry, "convert.slurm.prices[]");
        terms.prices.push_back(
            {.match = read_match(reader, section), .price = read_dated_price(reader, section)});
    }
}

void read_subsidies(ConfigReader& reader, const Setting& setting, SlurmPricing& terms) {
    if (setting.node->kind == YamlKind::text) {
        terms.subsidies.push_back(
            {.match = {}, .part = read_fraction(reader, setting).value_or(Decimal{})});
        return;
    }
    for (const auto& entry : reader.list(setting).value_or(std::vector<Setting>{})) {
        const auto section = reader.section(entry, "convert.slurm.subsidies[]");
        JobSubsidy subsidy{.match = read_match(reader, section), .part = {}};
        if (const auto* part = section.find("part")) {
            subsidy.part = read_fraction(reader, *part).value_or(Decimal{});
        } else {
            reader.report(9, {section.setting().node, section.field("part")},
                          "a subsidy has no part", {}, "add a line such as: part: 12.5 %");
        }
        terms.subsidies.push_back(std::move(subsidy));
    }
}

void read_time_zone(ConfigReader& reader, const Setting& setting, SlurmPricing& terms) {
    const auto name = reader.filled_text(setting);
    if (!name)
        return;
    terms.time_zone = *name;
    if (!TimeZone::find(*name)) {
        reader.report(11, setting, fmt::format("there is no time zone '{}'", *name), *name,
                      "write a name of the IANA database, such as America/New_York or UTC");
    }
}

}  // namespace

SlurmPricing read_slurm(ConfigReader& reader, const Section& section) {
    SlurmPricing terms;
    if (const auto* zone = section.find("time_zone"))
        read_time_zone(reader, *zone, terms);
    if (const auto* fields = section.find("fields"))
        terms.fields = read_texts(reader, *fields);
    if (const auto* rows = section.find("rows")) {
        if (const auto choice = reader.choice(*rows, row_names))
            terms.rows = static_cast<JobRows>(*choice);
    }
    if (const auto* weights = section.find("weights")) {
        for (const auto& entry : reader.list(*weights).value_or(std::vector<Setting>{})) {
            terms.weights.push_back(
                read_weights(reader, reader.section(entry, "convert.slurm.weights[]")));
        }
    }
    if (terms.weights.empty()) {
        terms.weights.push_back(
            {.match = {}, .unit = "Core-Hours", .weights = {{"cpu", Decimal::of(1, 0)}}});
    }
    if (const auto* prices = section.find("prices")) {
        read_prices(reader, *prices, terms);
    } else if (section.setting().node->kind == YamlKind::map) {
        reader.report(9, {section.setting().node, section.field("prices")}, "jobs have no price",
                      {}, "add a line such as: prices: 0.0125");
    }
    if (const auto* subsidies = section.find("subsidies"))
        read_subsidies(reader, *subsidies, terms);
    if (const auto* states = section.find("free_states"))
        terms.free_states = read_texts(reader, *states);
    return terms;
}

}  // namespace focus_billing
