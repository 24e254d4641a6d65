#include "focus_billing/cli/make_converter.hpp"

#include <stdexcept>

#include "focus_billing/convert/aws_converter.hpp"
#include "focus_billing/convert/azure_converter.hpp"
#include "focus_billing/convert/slurm_converter.hpp"

namespace focus_billing {

std::unique_ptr<Converter> make_converter(const ConversionConfig& conversion, BillingPeriod period,
                                          const ConverterOutput& output) {
    const auto& basics = conversion.basics;
    switch (conversion.kind) {
    case ConversionKind::slurm:
        return std::make_unique<SlurmConverter>(basics, std::get<SlurmTerms>(conversion.terms),
                                                period, output);
    case ConversionKind::aws: return std::make_unique<AwsConverter>(basics, period, output);
    case ConversionKind::azure: return std::make_unique<AzureConverter>(basics, period, output);
    default: break;
    }
    throw std::logic_error("no converter");
}

}  // namespace focus_billing
