#include <memory>
#include <string>

#include "convert/aws/aws_converter.hpp"
#include "convert/azure/azure_converter.hpp"
#include "convert/azure_local/azure_local_converter.hpp"
#include "convert/csv_map/csv_map_converter.hpp"
#include "convert/openai/openai_converter.hpp"
#include "convert/slurm/slurm_converter.hpp"
#include "convert/storage/storage_converter.hpp"
#include "focus_billing/config/convert/read_csv_map.hpp"
#include "focus_billing/model/decimal.hpp"
#include "format/byte_source.hpp"
#include "require.hpp"

using namespace focus_billing;

namespace {

constexpr const char* map_text = R"(
input: {delimiter: ";", decimal: ","}
columns:
  BilledCost: {quotient: [{product: [Cost, 3]}, Parts]}
  ChargePeriodStart: {date: Day, form: M/D/YYYY}
  ResourceId: {text: "{Name}"}
tags:
  a: {lower: Name}
)";

struct Terms {
    ConversionBasics basics;
    SlurmPricing slurm;
    StoragePricing storage;
    OpenAiPricing openai;
    AzureLocalPricing machines;
    CsvMap map = read_csv_map(map_text, "m.yaml").map;

    Terms() {
        basics.currency = "USD";
        basics.service = "Service";
        const DatedPrice price{.price = Decimal::of(125, 4), .from = {}, .until = {}};
        slurm.weights = {{.match = {},
                          .unit = "U",
                          .weights = {{"cpu", whole_number(1)}, {"gres/gpu", whole_number(8)}}}};
        slurm.prices = {{.match = {}, .price = price}};
        slurm.rows = JobRows::day;
        storage.prices = {price};
        storage.nested = NestedQuotas::inner;
        CreditPool pool;
        pool.credits = whole_number(1'000'000);
        pool.amount = whole_number(7);
        openai.pools = {pool};
        machines.tiers = {{"small", {.prices = {price}}}};
        machines.default_tier = "small";
    }
};

std::unique_ptr<Converter> make(std::uint8_t kind, const Terms& terms,
                                const ConverterOutput& output) {
    const BillingPeriod period(2025, 1);
    const auto& basics = terms.basics;
    switch (kind % 8) {
    case 0: return std::make_unique<SlurmConverter>(basics, terms.slurm, period, output);
    case 1:
    case 2:
        return std::make_unique<StorageConverter>(
            kind % 8 == 1 ? StorageSystem::onefs : StorageSystem::qumulo, basics, terms.storage,
            period, output, ReadMetadata());
    case 3: return std::make_unique<OpenAiConverter>(basics, terms.openai, period, output);
    case 4: return std::make_unique<AzureLocalConverter>(basics, terms.machines, period, output);
    case 5: return std::make_unique<AwsConverter>(basics, period, output);
    case 6: return std::make_unique<AzureConverter>(basics, period, output);
    default: return std::make_unique<CsvMapConverter>(basics, terms.map, period, output);
    }
}

}  // namespace

/// The first byte chooses a converter. Whatever the rest is: rows of the month come out, and where
/// nothing is wrong, what came in is accounted for.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Terms terms;
    if (size == 0)
        return 0;
    const auto text = text_of(data + 1, size - 1);
    ControlTotals totals;
    UnmappedNames unmapped;
    bool failed = false;
    const ConverterOutput output{.on_row =
                                     [](const FocusRow& row) {
                                         require(row.billing_period == BillingPeriod(2025, 1));
                                         require(row.charge_period.start < row.charge_period.end);
                                     },
                                 .on_finding =
                                     [&](const Diagnostic& finding) {
                                         failed = failed || finding.severity == Severity::error;
                                         require(!finding.message.empty());
                                     },
                                 .totals = totals,
                                 .unmapped = unmapped};
    const auto converter = make(data[0], terms, output);
    try {
        TextSource source(text);
        ProviderBytes bytes(source);
        converter->read({"f", bytes});
        converter->finish();
    } catch (const DecimalOverflow&) {
        return 0;
    }
    for (const auto& total : totals.totals())
        require(failed || total.is_balanced());
    return 0;
}
