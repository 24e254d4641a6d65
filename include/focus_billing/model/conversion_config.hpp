#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "focus_billing/model/azure_local_terms.hpp"
#include "focus_billing/model/conversion.hpp"
#include "focus_billing/model/csv_map.hpp"
#include "focus_billing/model/openai_terms.hpp"
#include "focus_billing/model/slurm_terms.hpp"
#include "focus_billing/model/storage_terms.hpp"

namespace focus_billing {

/// What a converter reads.
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

/// Of a kind that has none: std::monostate.
using ConversionTerms =
    std::variant<std::monostate, AzureLocalTerms, SlurmTerms, StorageTerms, OpenAiTerms, CsvMap>;

/// One section under `convert`.
struct ConversionConfig {
    ConversionKind kind = ConversionKind::csv;
    ConversionBasics basics;
    ConversionTerms terms;
    std::string text;  ///< of the section, as YAML in one form; empty: there is no section

    bool operator==(const ConversionConfig&) const = default;
};

}  // namespace focus_billing
