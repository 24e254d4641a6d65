#pragma once

#include <memory>

#include "focus_billing/convert/converter.hpp"
#include "focus_billing/model/convert/conversion_config.hpp"

namespace focus_billing {

/// The traits of a kind of converter.
struct ConverterTraits {
    bool needs_section = false;  ///< it needs prices or a map from a section
    bool has_manifests = false;  ///< its provider delivers several files with a manifest
    bool sums_all_rows = false;  ///< it cannot recognise repeated records: read no file twice
};

[[nodiscard]] ConverterTraits converter_traits(ConversionKind kind);

/// Makes the converter of a kind, for one month. `conversion` and `output` must outlive it.
/// `read_metadata` reads the data of folders, if there is any.
[[nodiscard]] std::unique_ptr<Converter> make_converter(const ConversionConfig& conversion,
                                                        BillingPeriod period,
                                                        const ConverterOutput& output,
                                                        const ReadMetadata& read_metadata);

}  // namespace focus_billing
