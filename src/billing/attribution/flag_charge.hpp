#pragma once

#include <string>

#include "focus_billing/model/charges/charge.hpp"
#include "focus_billing/model/charges/flag.hpp"

namespace focus_billing {

/// The flags from the tags `end_date` and `reconciliation_end`. Each tag is the last valid day.
struct TagDates {
    FlagSet flags;      ///< `project_ended`, `project_closed`, `invalid_tags`
    std::string fault;  ///< an invalid date, in words
};

[[nodiscard]] inline bool has_tag_dates(const AttributeTexts& tags) {
    return !tags[index_of(Attribute::end_date)].empty() ||
           !tags[index_of(Attribute::reconciliation_end)].empty();
}

[[nodiscard]] TagDates check_tag_dates(const AttributeTexts& tags, const ChargeTime& time);

}  // namespace focus_billing
