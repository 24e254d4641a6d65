#pragma once

#include <memory>

#include "focus_billing/convert/converter.hpp"
#include "focus_billing/model/convert/conversion_config.hpp"

namespace focus_billing {

/// What is known of a kind of converter before one is made.
struct ConverterTraits {
    bool needs_section = false;  ///< without prices or a map of its own it cannot work
    bool has_manifests = false;  ///< its provider delivers several files with a manifest
    bool sums_all_rows = false;  ///< does not know records that it had: no file may be read twice
};

[[nodiscard]] ConverterTraits converter_traits(ConversionKind kind);

/// The converter of a kind, for one month. `conversion` and `output` live as long as it. The data
/// of folders is read by `read_metadata`, where there is some.
[[nodiscard]] std::unique_ptr<Converter> make_converter(const ConversionConfig& conversion,
                                                        BillingPeriod period,
                                                        const ConverterOutput& output,
                                                        const ReadMetadata& read_metadata);

}  // namespace focus_billing
