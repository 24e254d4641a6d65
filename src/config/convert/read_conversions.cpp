#include "focus_billing/config/convert/read_conversions.hpp"

#include <algorithm>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <yaml-cpp/emitter.h>

#include "config/convert/read_prices.hpp"
#include "config/convert/read_slurm.hpp"
#include "config/read_values.hpp"
#include "focus_billing/config/convert/read_payers.hpp"
#include "focus_billing/model/currency.hpp"
#include "focus_billing/model/nearest_name.hpp"

namespace focus_billing {

namespace {

struct ServiceOfKind {
    std::string_view service;
    std::string_view category;
    std::string_view subcategory;
};

ServiceOfKind service_of(ConversionKind kind) {
    switch (kind) {
    case ConversionKind::azure_local: return {"Azure Local", "Compute", "Virtual Machines"};
    case ConversionKind::slurm: return {"HPC Compute", "Compute", "Other (Compute)"};
    case ConversionKind::isilon:
    case ConversionKind::qumulo: return {"Research Storage", "Storage", "File Storage"};
    case ConversionKind::openai: return {"OpenAI", "AI and Machine Learning", "Generative AI"};
    case ConversionKind::aws:
    case ConversionKind::azure:
    case ConversionKind::csv: return {"Other", "Other", "Other (Other)"};
    }
    return {};
}

std::string provider_of(ConversionKind kind, const Config& config) {
    switch (kind) {
    case ConversionKind::openai: return "OpenAI";
    case ConversionKind::aws: return "AWS";
    case ConversionKind::azure: return "Microsoft";
    default: break;
    }
    const auto& organization = config.statements.organization.name;
    return organization.empty() ? "Internal" : organization;
}

ConversionBasics usual_basics(ConversionKind kind, const Config& config, const std::string& name) {
    const auto service = service_of(kind);
    ConversionBasics basics;
    basics.name = name;
    basics.provider = provider_of(kind, config);
    basics.billing_account = name;
    basics.currency = config.currency;
    basics.service = service.service;
    basics.service_category = service.category;
    basics.service_subcategory = service.subcategory;
    for (std::size_t i = 0; i < attribute_count; ++i) {
        const auto& keys = config.tag_mapping.keys[i];
        basics.tag_keys[i] = keys.empty() ? std::string(attribute_names[i]) : keys.front();
    }
    return basics;
}

void write_node(YAML::Emitter& out, const YamlNode& node) {
    switch (node.kind) {
    case YamlKind::null: out << YAML::Null; return;
    case YamlKind::text: out << node.text; return;
    case YamlKind::list:
        out << YAML::BeginSeq;
        for (const auto* item : node.items)
            write_node(out, *item);
        out << YAML::EndSeq;
        return;
    case YamlKind::map:
        out << YAML::BeginMap;
        for (const auto& [key, value] : node.pairs) {
            out << YAML::Key << key->text << YAML::Value;
            write_node(out, *value);
        }
        out << YAML::EndMap;
    }
}

std::string text_of(const YamlNode& node) {
    YAML::Emitter out;
    write_node(out, node);
    return {out.c_str(), out.size()};
}

// The kind is that of the key `kind` or, without it, of the section's name.
std::optional<ConversionKind> kind_of(ConfigReader& reader, const Entry& entry) {
    const std::span<const std::string_view> names(conversion_kind_names);
    for (const auto& [key, value] : entry.value.node->pairs) {
        if (key->kind != YamlKind::text || key->text != "kind")
            continue;
        const auto kind = reader.choice({value, entry.value.field + ".kind"}, names);
        return kind ? std::optional(static_cast<ConversionKind>(*kind)) : std::nullopt;
    }
    const auto& name = entry.key.node->text;
    const auto found = std::ranges::find(names, name);
    if (found != names.end())
        return static_cast<ConversionKind>(found - names.begin());
    const auto near = nearest_name(name, names);
    reader.report(9, entry.key, fmt::format("the converter '{}' has no kind", name), {},
                  near ? fmt::format("did you mean '{}'? A name of your own needs a kind", *near)
                       : fmt::format("add a line kind: with one of {}", fmt::join(names, ", ")));
    return std::nullopt;
}

void read_text(ConfigReader& reader, const Section& section, std::string_view key,
               std::string& target) {
    if (const auto* setting = section.find(key))
        target = reader.filled_text(*setting).value_or(target);
}

void read_basics(ConfigReader& reader, const Section& section, const std::string& folder,
                 const Config& config, ConversionBasics& basics) {
    read_text(reader, section, "provider", basics.provider);
    read_text(reader, section, "billing_account", basics.billing_account);
    read_text(reader, section, "service", basics.service);
    read_text(reader, section, "currency", basics.currency);
    if (!is_currency(basics.currency)) {
        reader.report(14, *section.find("currency"), "the currency is not an active ISO 4217 code",
                      basics.currency, "write three capital letters, such as USD, EUR or JPY");
    }
    if (const auto* map = section.find("map")) {
        if (const auto file = reader.filled_text(*map))
            basics.map_file = resolve_path(*file, folder);
    }
    const auto* payers = section.find("payers");
    if (payers == nullptr)
        return;
    if (payers->node->kind != YamlKind::text) {
        basics.payers = PayerMap(read_payers(reader, *payers, config.tag_mapping));
    } else if (const auto file = reader.filled_text(*payers)) {
        basics.payers_file = resolve_path(*file, folder);
    }
}

void read_terms(ConfigReader& reader, const Section& section, const Config& config,
                const std::string& folder, ConversionConfig& conversion) {
    static_cast<void>(config);
    switch (conversion.kind) {
    case ConversionKind::slurm: conversion.terms = read_slurm(reader, section); return;
    case ConversionKind::isilon:
    case ConversionKind::qumulo: conversion.terms = read_storage(reader, section, folder); return;
    case ConversionKind::openai: conversion.terms = read_openai(reader, section); return;
    case ConversionKind::azure_local: conversion.terms = read_azure_local(reader, section); return;
    default: return;
    }
}

}  // namespace

std::vector<ConversionConfig> read_conversions(ConfigReader& reader, const Setting& setting,
                                               const std::string& folder, const Config& config) {
    std::vector<ConversionConfig> conversions;
    for (const auto& entry : reader.entries(setting)) {
        const auto kind = kind_of(reader, entry);
        if (!kind)
            continue;
        const auto kind_name = conversion_kind_names[static_cast<std::size_t>(*kind)];
        const auto section = reader.section(entry.value, fmt::format("convert.{}", kind_name));
        ConversionConfig conversion;
        conversion.kind = *kind;
        conversion.basics = usual_basics(*kind, config, entry.key.node->text);
        conversion.text = text_of(*entry.value.node);
        read_basics(reader, section, folder, config, conversion.basics);
        read_terms(reader, section, config, folder, conversion);
        conversions.push_back(std::move(conversion));
    }
    return conversions;
}

ConversionConfig usual_conversion(ConversionKind kind, const Config& config) {
    ConversionConfig conversion;
    conversion.kind = kind;
    if (kind == ConversionKind::openai)
        conversion.terms = OpenAiPricing{};
    conversion.basics = usual_basics(
        kind, config, std::string(conversion_kind_names[static_cast<std::size_t>(kind)]));
    return conversion;
}

}  // namespace focus_billing
