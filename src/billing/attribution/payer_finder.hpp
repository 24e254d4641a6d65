#pragma once

#include <array>
#include <string>

#include "billing/attribution/attribution_basis.hpp"
#include "billing/attribution/tag_dates.hpp"
#include "focus_billing/model/charges/attribution.hpp"

namespace focus_billing {

/// Works out who pays for one charge after the other. One serves one thread and one source.
class PayerFinder {
public:
    PayerFinder(const AttributionBasis& basis, std::string_view source);

    /// `rules`: those whose conditions hold. The result lives until the next call and as long as
    /// the charge; its number is 0.
    [[nodiscard]] Attribution& find(const Charge& charge, const ChargeTime& time,
                                    const TagDates& dates, RuleBitsView rules);

    [[nodiscard]] const std::string& source() const { return m_source; }

private:
    [[nodiscard]] bool is_set(Attribute attribute) const;
    void set(std::size_t attribute, std::string_view value, std::string_view origin);
    void take_rules(const RuleSubject& subject, RuleBitsView rules, bool overriding);
    void take_rule(const CompiledRule& rule, const RuleSubject& subject);
    void take_tags(const AttributeTexts& tags);
    void take_project(const ChargeTime& time);
    void take_defaults(const ChargeTime& time);
    void settle_email(const ChargeTime& time);
    void replace_email(std::string_view email, std::string_view how);
    void follow_successors(const ChargeTime& time);
    void add_flags(const ChargeTime& time, const TagDates& dates);

    const AttributionBasis& m_basis;
    std::string m_source;
    const SourceDefaults* m_defaults;
    bool m_has_directory;
    Attribution m_found;
    std::array<std::string, settable_attribute_count> m_filled;  // by templates
    std::string m_email;
    std::string m_email_origin;
    std::string m_project_origin;
};

}  // namespace focus_billing
