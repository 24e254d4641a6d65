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

/// The fields a rule can test besides tags. `source` is compared without case, the others with
/// case.
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

/// Their names in the configuration, in the order of the enumeration.
inline constexpr std::array<std::string_view, rule_field_count> rule_field_names = {
    "source",          "sub_account_id", "sub_account_name",   "resource_id",
    "resource_name",   "service_name",   "service_category",   "region_id",
    "charge_category", "charge_class",   "charge_description", "invoice_id",
    "currency"};

[[nodiscard]] constexpr std::size_t index_of(RuleField field) {
    return static_cast<std::size_t>(field);
}

/// A pattern for a text. An empty exact pattern matches a missing or empty text; globs and regular
/// expressions never match one.
struct TextMatch {
    enum class Kind : std::uint8_t {
        exact,
        glob,   ///< matches the whole text
        regex,  ///< RE2, found anywhere in the text
    };
    Kind kind = Kind::exact;
    std::string text;

    bool operator==(const TextMatch&) const = default;
};

/// True if one of the patterns matches.
struct RuleCondition {
    std::optional<RuleField> field;
    std::string tag_key;  ///< the exact tag key, if there is no field
    std::vector<TextMatch> any_of;

    bool operator==(const RuleCondition&) const = default;
};

/// Sets attributes of the charges for which all conditions are true.
struct AttributionRule {
    std::string name;
    std::optional<Instant> valid_from;   ///< the first instant at which a charge may begin
    std::optional<Instant> valid_until;  ///< exclusive; the configuration gives the last day
    std::vector<RuleCondition> conditions;
    /// Templates (`TextTemplate`); empty: not set. `end_date` and `reconciliation_end` are never
    /// set.
    std::array<std::string, attribute_count> set;
    bool overrides_tags = false;

    bool operator==(const AttributionRule&) const = default;
};

/// The number of attributes, from the first, that a rule, a directory or a default can set.
inline constexpr std::size_t settable_attribute_count = 7;

}  // namespace focus_billing
