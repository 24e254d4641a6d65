#include "workflow/convert/make_converter.hpp"

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>

#include "focus_billing/convert/aws/aws_converter.hpp"
#include "focus_billing/convert/azure/azure_converter.hpp"
#include "focus_billing/convert/azure_local/azure_local_converter.hpp"
#include "focus_billing/convert/csv_map/csv_map_converter.hpp"
#include "focus_billing/convert/openai/openai_converter.hpp"
#include "focus_billing/convert/slurm/slurm_converter.hpp"
#include "focus_billing/convert/storage/storage_converter.hpp"
#include "focus_billing/files/open_input.hpp"
#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

std::optional<std::string> read_metadata(const std::string& path) {
    std::error_code error;
    const auto type = std::filesystem::status(path, error).type();
    if (type == std::filesystem::file_type::not_found || error == std::errc::filename_too_long)
        return std::nullopt;
    return read_text_file(path, ErrorKind::environment, 901);
}

}  // namespace

std::unique_ptr<Converter> make_converter(const ConversionConfig& conversion, BillingPeriod period,
                                          const ConverterOutput& output) {
    const auto& basics = conversion.basics;
    switch (conversion.kind) {
    case ConversionKind::slurm:
        return std::make_unique<SlurmConverter>(basics, std::get<SlurmPricing>(conversion.terms),
                                                period, output);
    case ConversionKind::aws: return std::make_unique<AwsConverter>(basics, period, output);
    case ConversionKind::azure: return std::make_unique<AzureConverter>(basics, period, output);
    case ConversionKind::isilon:
    case ConversionKind::qumulo:
        return std::make_unique<StorageConverter>(
            conversion.kind == ConversionKind::isilon ? StorageSystem::onefs
                                                      : StorageSystem::qumulo,
            basics, std::get<StoragePricing>(conversion.terms), period, output, read_metadata);
    case ConversionKind::openai:
        return std::make_unique<OpenAiConverter>(basics, std::get<OpenAiPricing>(conversion.terms),
                                                 period, output);
    case ConversionKind::azure_local:
        return std::make_unique<AzureLocalConverter>(
            basics, std::get<AzureLocalPricing>(conversion.terms), period, output);
    case ConversionKind::csv:
        return std::make_unique<CsvMapConverter>(basics, std::get<CsvMap>(conversion.terms), period,
                                                 output);
    }
    throw std::logic_error("a kind of converter that is none");
}

}  // namespace focus_billing
