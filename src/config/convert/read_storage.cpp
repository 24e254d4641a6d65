#include "config/convert/read_storage.hpp"

#include <fmt/format.h>

#include "config/convert/read_prices.hpp"
#include "config/read_values.hpp"
#include "config/resolve_path.hpp"

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
                   StorageTerms& terms) {
    if (const auto* file = section.find("metadata_file"))
        terms.metadata_file = reader.filled_text(*file).value_or("");
    if (const auto* root = section.find("metadata_root")) {
        if (const auto path = reader.filled_text(*root))
            terms.metadata_root = resolve_path(*path, folder);
    }
}

}  // namespace

StorageTerms read_storage(ConfigReader& reader, const Section& section, const std::string& folder) {
    StorageTerms terms;
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

}  // namespace focus_billing
