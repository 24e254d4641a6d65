#include <algorithm>
#include <array>

#include "config/allowed_keys.hpp"
#include "focus_billing/model/charges/attribution.hpp"

namespace focus_billing {

namespace {

using namespace std::string_view_literals;

// What all converters have, and what one adds.
template <std::size_t count>
constexpr auto with_basics(const std::array<std::string_view, count>& own) {
    constexpr std::array basics = {"kind"sv,     "provider"sv, "billing_account"sv,
                                   "currency"sv, "service"sv,  "payers"sv};
    std::array<std::string_view, basics.size() + count> keys{};
    std::copy(own.begin(), own.end(), std::copy(basics.begin(), basics.end(), keys.begin()));
    return keys;
}

constexpr auto payer_keys = [] {
    std::array<std::string_view, attribute_count + 2> keys{};
    std::copy(attribute_names.begin(), attribute_names.end(), keys.begin());
    keys[attribute_count] = "start";
    keys[attribute_count + 1] = "end";
    return keys;
}();
constexpr std::array price_keys = {"price"sv, "from"sv, "until"sv};

constexpr auto azure_local_keys = with_basics(
    std::array{"tiers"sv, "addons"sv, "default_tier"sv, "subsidy"sv, "exclude"sv, "fields"sv});
constexpr std::array machine_field_keys = {"tier"sv,    "addons"sv,  "active"sv,
                                           "subsidy"sv, "deleted"sv, "payers"sv};
constexpr auto slurm_keys = with_basics(std::array{"time_zone"sv, "fields"sv, "rows"sv, "weights"sv,
                                                   "prices"sv, "subsidies"sv, "free_states"sv});
constexpr std::array weight_keys = {"partition"sv, "qos"sv, "unit"sv, "tres"sv};
constexpr std::array job_price_keys = {"partition"sv, "qos"sv, "price"sv, "from"sv, "until"sv};
constexpr std::array job_subsidy_keys = {"partition"sv, "qos"sv, "part"sv};
constexpr auto storage_keys = with_basics(
    std::array{"unit"sv, "per"sv, "price"sv, "free"sv, "subsidy"sv, "daily_credit"sv, "bytes"sv,
               "snapshots"sv, "nested"sv, "exclude"sv, "metadata_file"sv, "metadata_root"sv});
constexpr auto openai_keys = with_basics(std::array{"pools"sv});
constexpr std::array pool_keys = {"name"sv, "credits"sv, "amount"sv, "from"sv, "until"sv, "used"sv};
constexpr auto plain_keys = with_basics(std::array<std::string_view, 0>{});

constexpr auto csv_keys = with_basics(std::array{"map"sv});
constexpr std::array map_keys = {"input"sv, "columns"sv, "tags"sv, "payer"sv, "skip_when"sv};
constexpr std::array map_input_keys = {"delimiter"sv, "decimal"sv, "thousands"sv, "skip_lines"sv,
                                       "time_zone"sv};
constexpr std::array map_payer_keys = {"column"sv, "kind"sv, "match"sv};
constexpr std::array map_skip_keys = {"column"sv, "equals"sv, "reason"sv};
constexpr std::array map_expression_keys = {"column"sv,     "constant"sv, "text"sv,     "sum"sv,
                                            "difference"sv, "product"sv,  "quotient"sv, "date"sv,
                                            "lookup"sv,     "lower"sv,    "upper"sv,    "form"sv,
                                            "inclusive"sv,  "table"sv,    "default"sv,  "period"sv};

constexpr std::array<SectionKeys, 21> sections = {{
    {"convert.payers", payer_keys},
    {"convert.prices[]", price_keys},
    {"convert.azure-local", azure_local_keys},
    {"convert.azure-local.fields", machine_field_keys},
    {"convert.azure-local.fields.payers", attribute_names},
    {"convert.slurm", slurm_keys},
    {"convert.slurm.weights[]", weight_keys},
    {"convert.slurm.prices[]", job_price_keys},
    {"convert.slurm.subsidies[]", job_subsidy_keys},
    {"convert.isilon", storage_keys},
    {"convert.qumulo", storage_keys},
    {"convert.openai", openai_keys},
    {"convert.openai.pools[]", pool_keys},
    {"convert.aws", plain_keys},
    {"convert.azure", plain_keys},
    {"convert.csv", csv_keys},
    {"map", map_keys},
    {"map.input", map_input_keys},
    {"map.payer", map_payer_keys},
    {"map.skip_when[]", map_skip_keys},
    {"map.expression", map_expression_keys},
}};

}  // namespace

std::span<const SectionKeys> conversion_section_keys() {
    return sections;
}

}  // namespace focus_billing
