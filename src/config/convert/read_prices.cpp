#include "config/convert/read_prices.hpp"

#include <fmt/format.h>

#include "config/read_values.hpp"
#include "focus_billing/format/timestamp.hpp"
#include "focus_billing/model/charges/attribution.hpp"

namespace focus_billing {

namespace {

constexpr std::array<std::string_view, 4> period_names = {"month", "day", "year", "year_by_days"};
constexpr std::array<std::string_view, 3> bytes_names = {"logical", "physical", "limit"};
constexpr std::array<std::string_view, 2> snapshot_names = {"last", "mean"};
constexpr std::array<std::string_view, 2> nested_names = {"outer", "inner"};

template <typename Choice, std::size_t count>
void read_choice(ConfigReader& reader, const Section& section, std::string_view key,
                 const std::array<std::string_view, count>& names, Choice& target) {
    if (const auto* setting = section.find(key)) {
        if (const auto choice = reader.choice(*setting, names))
            target = static_cast<Choice>(*choice);
    }
}

void read_amount(ConfigReader& reader, const Section& section, std::string_view key,
                 Decimal& target) {
    if (const auto* setting = section.find(key))
        target = read_price(reader, *setting).value_or(target);
}

void require(ConfigReader& reader, const Section& section, std::string_view key,
             std::string_view example) {
    if (section.find(key) != nullptr || section.setting().node->kind != YamlKind::map)
        return;
    reader.report(9, {section.setting().node, section.field(key)},
                  fmt::format("storage has no {}", key), {},
                  fmt::format("add a line such as: {}", example));
}

void read_metadata(ConfigReader& reader, const Section& section, const std::string& folder,
                   StoragePricing& terms) {
    if (const auto* file = section.find("metadata_file"))
        terms.metadata_file = reader.filled_text(*file).value_or("");
    if (const auto* root = section.find("metadata_root")) {
        if (const auto path = reader.filled_text(*root))
            terms.metadata_root = resolve_path(*path, folder);
    }
}

std::optional<Decimal> read_required(ConfigReader& reader, const Section& section,
                                     std::string_view key, std::string_view example) {
    if (const auto* setting = section.find(key))
        return read_price(reader, *setting);
    if (section.setting().node->kind == YamlKind::map) {
        reader.report(9, {section.setting().node, section.field(key)},
                      fmt::format("a pool has no {}", key), {},
                      fmt::format("add a line such as: {}", example));
    }
    return std::nullopt;
}

void read_days(ConfigReader& reader, const Section& section, CreditPool& pool) {
    if (const auto* from = section.find("from"))
        pool.from = read_day(reader, *from);
    const auto* until = section.find("until");
    if (until == nullptr)
        return;
    pool.until = read_day(reader, *until, true);
    if (pool.from && pool.until && *pool.until <= *pool.from) {
        reader.report(8, *until, "until is before from", until->node->text,
                      "until is the last day of the pool");
    }
}

CreditPool read_pool(ConfigReader& reader, const Section& section) {
    CreditPool pool;
    if (const auto* name = section.find("name"))
        pool.name = reader.filled_text(*name).value_or("");
    const auto credits = read_required(reader, section, "credits", "credits: 100000");
    pool.amount = read_required(reader, section, "amount", "amount: 4000.00").value_or(Decimal{});
    if (credits && credits->is_zero()) {
        reader.report(8, *section.find("credits"), "a pool must have credits", "0",
                      "write how many were bought");
    }
    pool.credits = credits && !credits->is_zero() ? *credits : Decimal::of(1, 0);
    read_days(reader, section, pool);
    if (const auto* used = section.find("used"))
        pool.used = read_price(reader, *used);
    if (credits && pool.used && *pool.used > *credits) {
        reader.report(8, *section.find("used"), "more credits are used than the pool has",
                      pool.used->text(),
                      "used counts the credits before the first day of the input");
    }
    return pool;
}

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

std::optional<Decimal> read_price(ConfigReader& reader, const Setting& setting) {
    const auto text = reader.filled_text(setting);
    if (!text)
        return std::nullopt;
    const auto parsed = parse_decimal(*text);
    if (parsed.fault == DecimalFault::none && parsed.value >= Decimal{})
        return parsed.value;
    reader.report(8, setting, fmt::format("{} is no number of 0 or more", setting.field), *text,
                  "write digits and a point, such as 0.0125");
    return std::nullopt;
}

std::optional<Instant> read_day(ConfigReader& reader, const Setting& setting, bool last) {
    const auto text = reader.filled_text(setting);
    if (!text)
        return std::nullopt;
    const auto day = parse_timestamp(*text);
    if (day && day->date_only)
        return last ? day->end_of_day() : day->instant;
    reader.report(8, setting, fmt::format("{} is no date", setting.field), *text,
                  "write it as YYYY-MM-DD: 2025-07-01");
    return std::nullopt;
}

DatedPrice read_dated_price(ConfigReader& reader, const Section& section) {
    DatedPrice price;
    if (const auto* amount = section.find("price")) {
        price.price = read_price(reader, *amount).value_or(Decimal{});
    } else if (section.setting().node->kind == YamlKind::map) {
        reader.report(9, {section.setting().node, section.field("price")}, "a price is missing", {},
                      "add a line such as: price: 0.0125");
    }
    if (const auto* from = section.find("from"))
        price.from = read_day(reader, *from);
    if (const auto* until = section.find("until"))
        price.until = read_day(reader, *until, true);
    if (price.from && price.until && *price.until <= *price.from) {
        reader.report(8, *section.find("until"), "until is before from",
                      section.find("until")->node->text, "until is the last day of the price");
    }
    return price;
}

std::vector<DatedPrice> read_dated_prices(ConfigReader& reader, const Setting& setting) {
    if (setting.node->kind != YamlKind::list) {
        const auto price = read_price(reader, setting);
        return price ? std::vector{DatedPrice{.price = *price, .from = {}, .until = {}}}
                     : std::vector<DatedPrice>{};
    }
    std::vector<DatedPrice> prices;
    for (const auto& entry : reader.list(setting).value_or(std::vector<Setting>{}))
        prices.push_back(read_dated_price(reader, reader.section(entry, "convert.prices[]")));
    return prices;
}

std::vector<std::string> read_texts(ConfigReader& reader, const Setting& setting) {
    std::vector<std::string> texts;
    const auto add = [&](const Setting& entry) {
        if (auto text = reader.filled_text(entry))
            texts.push_back(std::move(*text));
    };
    if (setting.node->kind != YamlKind::list) {
        add(setting);
        return texts;
    }
    for (const auto& entry : reader.list(setting).value_or(std::vector<Setting>{}))
        add(entry);
    return texts;
}

StoragePricing read_storage(ConfigReader& reader, const Section& section,
                            const std::string& folder) {
    StoragePricing terms;
    require(reader, section, "unit", "unit: TiB (or TB, GiB, GB)");
    require(reader, section, "price", "price: 5.00");
    read_choice(reader, section, "unit", capacity_unit_names, terms.unit);
    read_choice(reader, section, "per", period_names, terms.per);
    read_choice(reader, section, "bytes", bytes_names, terms.bytes);
    read_choice(reader, section, "snapshots", snapshot_names, terms.snapshots);
    read_choice(reader, section, "nested", nested_names, terms.nested);
    if (const auto* price = section.find("price"))
        terms.prices = read_dated_prices(reader, *price);
    read_amount(reader, section, "free", terms.free_units);
    read_amount(reader, section, "daily_credit", terms.daily_credit);
    if (const auto* subsidy = section.find("subsidy"))
        terms.subsidy = read_fraction(reader, *subsidy).value_or(Decimal{});
    if (const auto* exclude = section.find("exclude"))
        terms.exclude = read_texts(reader, *exclude);
    read_metadata(reader, section, folder, terms);
    return terms;
}

OpenAiPricing read_openai(ConfigReader& reader, const Section& section) {
    OpenAiPricing terms;
    if (const auto* pools = section.find("pools")) {
        for (const auto& entry : reader.list(*pools).value_or(std::vector<Setting>{})) {
            auto pool = read_pool(reader, reader.section(entry, "convert.openai.pools[]"));
            if (pool.name.empty())
                pool.name = fmt::format("pool {}", terms.pools.size() + 1);
            terms.pools.push_back(std::move(pool));
        }
    }
    return terms;
}

AzureLocalPricing read_azure_local(ConfigReader& reader, const Section& section) {
    AzureLocalPricing terms;
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
