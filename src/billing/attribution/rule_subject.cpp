#include "billing/attribution/rule_subject.hpp"

#include <algorithm>

namespace focus_billing {

std::string_view field_text(const Charge& charge, RuleField field) {
    switch (field) {
    case RuleField::source: return {};
    case RuleField::sub_account_id: return charge.sub_account_id;
    case RuleField::sub_account_name: return charge.sub_account_name;
    case RuleField::resource_id: return charge.resource_id;
    case RuleField::resource_name: return charge.resource_name;
    case RuleField::service_name: return charge.service_name;
    case RuleField::service_category: return charge.service_category;
    case RuleField::region_id: return charge.region_id;
    case RuleField::charge_category: return charge.charge_category;
    case RuleField::charge_class: return charge.charge_class;
    case RuleField::charge_description: return charge.charge_description;
    case RuleField::invoice_id: return charge.invoice_id;
    case RuleField::currency: return charge.billing_currency;
    }
    return {};
}

std::string_view tag_text(const Charge& charge, std::string_view key) {
    const auto& entries = charge.tags->entries;
    const auto found = std::ranges::find(entries, key, &Tag::key);
    return found == entries.end() ? std::string_view{} : found->value;
}

std::string_view RuleSubject::text(const RuleCondition& condition) const {
    if (!condition.field)
        return tag_text(charge, condition.tag_key);
    return *condition.field == RuleField::source ? source : field_text(charge, *condition.field);
}

}  // namespace focus_billing
