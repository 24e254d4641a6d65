#include "focus_billing/config/convert/read_conversions.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>

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

using ReadTerms = ConversionTerms (*)(ConfigReader& reader, const Section& section,
                                      const std::string& folder);

// The terms of those that do not look for files.
template <typename Terms, Terms (*read)(ConfigReader& reader, const Section& section)>
ConversionTerms read_plain(ConfigReader& reader, const Section& section, const std::string&) {
    return read(reader, section);
}

ConversionTerms read_of_storage(ConfigReader& reader, const Section& section,
                                const std::string& folder) {
    return read_storage(reader, section, folder);
}

constexpr std::string_view internal_provider;

// What a kind is and has unless its section says otherwise; no `read_terms` without prices.
struct UsualConversion {
    ConversionKind kind;
    std::string_view provider;
    std::string_view service;
    std::string_view category;
    std::string_view subcategory;
    ReadTerms read_terms = nullptr;
};
constexpr std::array<UsualConversion, conversion_kind_names.size()> usual_conversions = {{
    {ConversionKind::azure_local, internal_provider, "Azure Local", "Compute", "Virtual Machines",
     read_plain<AzureLocalPricing, read_azure_local>},
    {ConversionKind::slurm, internal_provider, "HPC Compute", "Compute", "Other (Compute)",
     read_plain<SlurmPricing, read_slurm>},
    {ConversionKind::isilon, internal_provider, "Research Storage", "Storage", "File Storage",
     read_of_storage},
    {ConversionKind::qumulo, internal_provider, "Research Storage", "Storage", "File Storage",
     read_of_storage},
    {ConversionKind::openai, "OpenAI", "OpenAI", "AI and Machine Learning", "Generative AI",
     read_plain<OpenAiPricing, read_openai>},
    {ConversionKind::aws, "AWS", "Other", "Other", "Other (Other)"},
    {ConversionKind::azure, "Microsoft", "Other", "Other", "Other (Other)"},
    {ConversionKind::csv, internal_provider, "Other", "Other", "Other (Other)"},
}};

const UsualConversion& usual_of(ConversionKind kind) {
    const auto* found = std::ranges::find(usual_conversions, kind, &UsualConversion::kind);
    if (found == usual_conversions.end())
        throw std::logic_error("a kind of converter that is none");
    return *found;
}

std::string provider_of(const UsualConversion& usual, const Config& config) {
    if (usual.provider != internal_provider)
        return std::string(usual.provider);
    const auto& organization = config.statements.organization.name;
    return organization.empty() ? "Internal" : organization;
}

ConversionBasics usual_basics(ConversionKind kind, const Config& config, const std::string& name) {
    const auto& usual = usual_of(kind);
    ConversionBasics basics;
    basics.name = name;
    basics.provider = provider_of(usual, config);
    basics.billing_account = name;
    basics.currency = config.currency;
    basics.service = usual.service;
    basics.service_category = usual.category;
    basics.service_subcategory = usual.subcategory;
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

}  // namespace

std::vector<ConversionConfig> read_conversions(ConfigReader& reader, const Setting& setting,
                                               const std::string& folder, const Config& config) {
    std::vector<ConversionConfig> conversions;
    for (const auto& entry : reader.entries(setting)) {
        const auto kind = kind_of(reader, entry);
        if (!kind)
            continue;
        const auto section = reader.section(entry.value, fmt::format("convert.{}", name_of(*kind)));
        ConversionConfig conversion;
        conversion.kind = *kind;
        conversion.basics = usual_basics(*kind, config, entry.key.node->text);
        conversion.text = text_of(*entry.value.node);
        read_basics(reader, section, folder, config, conversion.basics);
        if (const auto read_terms = usual_of(*kind).read_terms)
            conversion.terms = read_terms(reader, section, folder);
        conversions.push_back(std::move(conversion));
    }
    return conversions;
}

ConversionConfig usual_conversion(ConversionKind kind, const Config& config) {
    ConversionConfig conversion;
    conversion.kind = kind;
    if (kind == ConversionKind::openai)
        conversion.terms = OpenAiPricing{};
    conversion.basics = usual_basics(kind, config, std::string(name_of(kind)));
    return conversion;
}

}  // namespace focus_billing
