#include "config/convert/read_azure_local.hpp"

#include <fmt/format.h>

#include "config/convert/read_prices.hpp"
#include "config/read_values.hpp"
#include "focus_billing/model/charges/attribute.hpp"

namespace focus_billing {

namespace {

void read_annual(ConfigReader& reader, const Setting& setting,
                 std::map<std::string, AnnualPrice>& prices) {
    for (const auto& [key, value] : reader.entries(setting))
        prices[key.node->text] = {.prices = read_dated_prices(reader, value)};
}

void read_name(ConfigReader& reader, const Section& section, std::string_view key,
               std::string& target) {
    if (const auto* setting = section.find(key))
        target = reader.filled_text(*setting).value_or(target);
}

MachineFields read_fields(ConfigReader& reader, const Setting& setting) {
    MachineFields fields;
    const auto section = reader.section(setting, "convert.azure-local.fields");
    read_name(reader, section, "tier", fields.tier);
    read_name(reader, section, "addons", fields.addons);
    read_name(reader, section, "active", fields.active);
    read_name(reader, section, "subsidy", fields.subsidy);
    read_name(reader, section, "deleted", fields.deleted);
    if (const auto* payers = section.find("payers")) {
        const auto names = reader.section(*payers, "convert.azure-local.fields.payers");
        for (const auto attribute : attribute_names) {
            if (const auto* field = names.find(attribute))
                fields.payers[std::string(attribute)] = reader.filled_text(*field).value_or("");
        }
    }
    return fields;
}

}  // namespace

AzureLocalTerms read_azure_local(ConfigReader& reader, const Section& section) {
    AzureLocalTerms terms;
    if (const auto* tiers = section.find("tiers")) {
        read_annual(reader, *tiers, terms.tiers);
    } else if (section.setting().node->kind == YamlKind::map) {
        reader.report(9, {section.setting().node, section.field("tiers")}, "there are no tiers", {},
                      "add a group with prices for a year, such as: tiers: {small: 600}");
    }
    if (const auto* addons = section.find("addons"))
        read_annual(reader, *addons, terms.addons);
    read_name(reader, section, "default_tier", terms.default_tier);
    if (!terms.default_tier.empty() && !terms.tiers.contains(terms.default_tier)) {
        reader.report(11, *section.find("default_tier"),
                      fmt::format("there is no tier '{}'", terms.default_tier), terms.default_tier,
                      "name one of tiers");
    }
    if (const auto* subsidy = section.find("subsidy"))
        terms.subsidy = read_fraction(reader, *subsidy).value_or(Decimal{});
    if (const auto* exclude = section.find("exclude"))
        terms.exclude = read_texts(reader, *exclude);
    if (const auto* fields = section.find("fields"))
        terms.fields = read_fields(reader, *fields);
    return terms;
}

}  // namespace focus_billing
