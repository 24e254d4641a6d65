#include "focus_billing/cli/make_converter.hpp"

#include <stdexcept>

#include "focus_billing/convert/slurm_converter.hpp"

namespace focus_billing {

std::unique_ptr<Converter> make_converter(const ConversionConfig& conversion, BillingPeriod period,
                                          const ConverterOutput& output) {
    const auto& basics = conversion.basics;
    switch (conversion.kind) {
    case ConversionKind::slurm:
        return std::make_unique<SlurmConverter>(basics, std::get<SlurmTerms>(conversion.terms),
                                                period, output);
    default: break;
    }
    throw std::logic_error("no converter");
}

}  // namespace focus_billing
