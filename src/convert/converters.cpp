#include "focus_billing/convert/converters.hpp"

#include <array>
#include <variant>

#include "convert/aws/aws_converter.hpp"
#include "convert/azure/azure_converter.hpp"
#include "convert/azure_local/azure_local_converter.hpp"
#include "convert/csv_map/csv_map_converter.hpp"
#include "convert/openai/openai_converter.hpp"
#include "convert/slurm/slurm_converter.hpp"
#include "convert/storage/storage_converter.hpp"

namespace focus_billing {

namespace {

struct Materials {
    const ConversionConfig& conversion;
    BillingPeriod period;
    const ConverterOutput& output;
    const ReadMetadata& read_metadata;
};

using Made = std::unique_ptr<Converter>;

template <typename Class>
Made make(const Materials& from) {
    return std::make_unique<Class>(from.conversion.basics, from.period, from.output);
}

template <typename Class, typename Terms>
Made make_with(const Materials& from) {
    return std::make_unique<Class>(from.conversion.basics, std::get<Terms>(from.conversion.terms),
                                   from.period, from.output);
}

template <StorageSystem system>
Made make_storage(const Materials& from) {
    return std::make_unique<StorageConverter>(system, from.conversion.basics,
                                              std::get<StoragePricing>(from.conversion.terms),
                                              from.period, from.output, from.read_metadata);
}

struct Row {
    ConversionKind kind;
    ConverterTraits traits;
    Made (*make)(const Materials& from);
};

constexpr ConverterTraits needs_prices = {.needs_section = true};
constexpr ConverterTraits knows_usual_prices = {};
constexpr ConverterTraits has_manifests = {.has_manifests = true, .sums_all_rows = true};
constexpr ConverterTraits has_map = {.sums_all_rows = true};

constexpr std::array<Row, conversion_kind_names.size()> converters = {{
    {ConversionKind::azure_local, needs_prices, make_with<AzureLocalConverter, AzureLocalPricing>},
    {ConversionKind::slurm, needs_prices, make_with<SlurmConverter, SlurmPricing>},
    {ConversionKind::isilon, needs_prices, make_storage<StorageSystem::onefs>},
    {ConversionKind::qumulo, needs_prices, make_storage<StorageSystem::qumulo>},
    {ConversionKind::openai, knows_usual_prices, make_with<OpenAiConverter, OpenAiPricing>},
    {ConversionKind::aws, has_manifests, make<AwsConverter>},
    {ConversionKind::azure, has_manifests, make<AzureConverter>},
    {ConversionKind::csv, has_map, make_with<CsvMapConverter, CsvMap>},
}};

constexpr bool is_in_order() {
    for (std::size_t i = 0; i < converters.size(); ++i) {
        if (converters[i].kind != static_cast<ConversionKind>(i))
            return false;
    }
    return true;
}
static_assert(is_in_order());

const Row& row_of(ConversionKind kind) {
    return converters.at(static_cast<std::size_t>(kind));
}

}  // namespace

ConverterTraits converter_traits(ConversionKind kind) {
    return row_of(kind).traits;
}

std::unique_ptr<Converter> make_converter(const ConversionConfig& conversion, BillingPeriod period,
                                          const ConverterOutput& output,
                                          const ReadMetadata& read_metadata) {
    return row_of(conversion.kind).make({conversion, period, output, read_metadata});
}

}  // namespace focus_billing
