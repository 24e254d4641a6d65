#include "billing/attribution/tag_dates.hpp"

#include "focus_billing/format/timestamp.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

void judge(Attribute attribute, Flag flag, const AttributeTexts& tags, const ChargeTime& time,
           TagDates& dates) {
    const std::string_view text = tags[index_of(attribute)];
    if (text.empty())
        return;
    const auto date = parse_timestamp(trimmed(text));
    if (date && date->date_only) {
        if (time.reaches(date->end_of_day()))
            dates.flags.add(flag);
        return;
    }
    dates.flags.add(Flag::invalid_tags);
    if (dates.fault.empty()) {
        dates.fault = std::string(attribute_names[index_of(attribute)]) + " is no date: '" +
                      std::string(text) + "'";
    }
}

}  // namespace

TagDates judge_tag_dates(const AttributeTexts& tags, const ChargeTime& time) {
    TagDates dates;
    judge(Attribute::end_date, Flag::project_ended, tags, time, dates);
    judge(Attribute::reconciliation_end, Flag::project_closed, tags, time, dates);
    return dates;
}

}  // namespace focus_billing
