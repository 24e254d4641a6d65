#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "focus_billing/model/convert/azure_local_pricing.hpp"
#include "focus_billing/model/convert/conversion.hpp"
#include "focus_billing/model/convert/csv_map.hpp"
#include "focus_billing/model/convert/openai_pricing.hpp"
#include "focus_billing/model/convert/slurm_pricing.hpp"
#include "focus_billing/model/convert/storage_pricing.hpp"

namespace focus_billing {

/// What kind of export a converter reads.
enum class ConversionKind : std::uint8_t {
    azure_local,
    slurm,
    isilon,
    qumulo,
    openai,
    aws,
    azure,
    csv,
};
inline constexpr std::array<std::string_view, 8> conversion_kind_names = {
    "azure-local", "slurm", "isilon", "qumulo", "openai", "aws", "azure", "csv"};

[[nodiscard]] constexpr std::string_view name_of(ConversionKind kind) {
    return conversion_kind_names.at(static_cast<std::size_t>(kind));
}

/// std::monostate for a kind without settings of its own.
using ConversionTerms = std::variant<std::monostate, AzureLocalPricing, SlurmPricing,
                                     StoragePricing, OpenAiPricing, CsvMap>;

/// One section under `convert`.
struct ConversionConfig {
    ConversionKind kind = ConversionKind::csv;
    ConversionBasics basics;
    ConversionTerms terms;
    std::string text;  ///< of the section, as normalized YAML; empty: no section

    bool operator==(const ConversionConfig&) const = default;
};

}  // namespace focus_billing
