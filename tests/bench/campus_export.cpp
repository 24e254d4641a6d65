#include "focus_export.hpp"

#include <array>
#include <string_view>

#include <fmt/format.h>

namespace focus_billing {

namespace {

struct CampusService {
    std::string_view name;
    std::string_view prefix;
    std::string_view item;
    std::int64_t rate;         ///< of one unit, in 1e-10
    std::uint64_t most_units;  ///< of one charge
};

constexpr std::int64_t ten_thousandth = cost_unit / 10'000;

constexpr std::array<CampusService, 7> services{{
    {"Batch Computing", "cluster:node", "core-hours", 140 * ten_thousandth, 9'000},
    {"GPU Partition", "cluster:gpu", "gpu-hours", 7'900 * ten_thousandth, 400},
    {"Project Storage", "store:volume", "terabyte-days", 1'750 * ten_thousandth, 600},
    {"Tape Archive", "store:tape", "terabyte-days", 310 * ten_thousandth, 2'000},
    {"Hosted Machines", "cloud:machine", "machine-days", 5'230 * ten_thousandth, 120},
    {"Electron Microscopy", "core:microscope", "sessions", 870'000 * ten_thousandth, 4},
    {"Proteomics, Standard Run", "core:spectrometer", "runs", 1'120'000 * ten_thousandth, 3},
}};

}  // namespace

void write_campus_header(RowText& text) {
    for (const std::string_view column :
         {"BillingPeriodStart", "BillingPeriodEnd", "ChargePeriodStart", "ChargePeriodEnd",
          "ListCost", "ContractedCost", "BilledCost", "EffectiveCost", "ResourceId", "ResourceName",
          "ServiceName", "Tags"})
        text.cell(column);
    text.end_row();
}

ChargeAmounts write_campus_row(RowText& text, const GenerationOptions& options, ExportRow row) {
    const std::uint64_t resource = draw_resource(row.random, row.number);
    RandomSource of_resource = RandomSource::for_item(options.seed, resource);
    const CampusService& service = services[of_resource.below(services.size())];
    const std::uint64_t units = 1 + row.random.below(1 + row.random.below(service.most_units));
    const ChargeAmounts amounts =
        draw_amounts(row.random, service.rate * static_cast<std::int64_t>(units));
    const std::vector<std::string>& dates = row.period.dates;
    const std::uint64_t day = row.random.below(dates.size() - 1);
    text.cell(dates.front()).cell(dates.back()).cell(dates[day]).cell(dates[day + 1]);
    text.cost(amounts.list).cost(amounts.contracted).cost(amounts.billed).cost(amounts.effective);
    text.cell(fmt::format("{}:{:07}", service.prefix, resource));
    text.cell(
        fmt::format("{} {}", resource % 50 == 7 ? "Prüfstand" : service.item, resource % 8'191));
    text.cell(service.name).cell(row.tags.json);
    text.end_row();
    return amounts;
}

}  // namespace focus_billing
