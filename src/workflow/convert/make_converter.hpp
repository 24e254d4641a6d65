#pragma once

#include <memory>

#include "focus_billing/convert/converter.hpp"
#include "focus_billing/model/convert/conversion_config.hpp"

namespace focus_billing {

/// The converter of a kind, for one month.
[[nodiscard]] std::unique_ptr<Converter> make_converter(const ConversionConfig& conversion,
                                                        BillingPeriod period,
                                                        const ConverterOutput& output);

}  // namespace focus_billing
