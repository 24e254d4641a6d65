#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// What a rule can look at besides tags. `source` is compared without case, all else with case.
enum class RuleField : std::uint8_t {
    source,
    sub_account_id,
    sub_account_name,
    resource_id,
    resource_name,
    service_name,
    service_category,
    region_id,
    charge_category,
    charge_class,
    charge_description,
    invoice_id,
    currency,
};

inline constexpr std::size_t rule_field_count = 13;

/// Names as they stand in the configuration, in the order of the enumeration.
inline constexpr std::array<std::string_view, rule_field_count> rule_field_names = {
    "source",          "sub_account_id", "sub_account_name",   "resource_id",
    "resource_name",   "service_name",   "service_category",   "region_id",
    "charge_category", "charge_class",   "charge_description", "invoice_id",
    "currency"};

[[nodiscard]] constexpr std::size_t index_of(RuleField field) {
    return static_cast<std::size_t>(field);
}

/// What a text is compared with. An exact text without characters holds for a text that is missing
/// or empty; globs and regular expressions never do.
struct TextMatch {
    enum class Kind : std::uint8_t {
        exact,
        glob,   ///< for the whole text
        regex,  ///< of RE2, searched in the text
    };
    Kind kind = Kind::exact;
    std::string text;

    bool operator==(const TextMatch&) const = default;
};

/// Holds if one of the texts matches.
struct RuleCondition {
    std::optional<RuleField> field;
    std::string tag_key;  ///< the exact key of a tag, where there is no field
    std::vector<TextMatch> any_of;

    bool operator==(const RuleCondition&) const = default;
};

/// Says what charges like these are to carry, if all conditions hold.
struct AttributionRule {
    std::string name;
    std::optional<Instant> valid_from;   ///< the first instant at which a charge may begin
    std::optional<Instant> valid_until;  ///< exclusive; in the configuration the last day
    std::vector<RuleCondition> conditions;
    /// Templates (`TextTemplate`); empty: not set. `end_date` and `reconciliation_end` never are.
    std::array<std::string, attribute_count> set;
    bool overrides_tags = false;

    bool operator==(const AttributionRule&) const = default;
};

/// How many attributes, from the first on, can be given by a rule, a directory or a default.
inline constexpr std::size_t settable_attribute_count = 7;

}  // namespace focus_billing
