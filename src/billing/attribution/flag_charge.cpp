#include "focus_billing/billing/attribution/flag_charge.hpp"
#include "billing/attribution/flag_charge.hpp"

#include <algorithm>

#include "focus_billing/billing/attribution/check_payer.hpp"
#include "focus_billing/format/timestamp.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

void check(Attribute attribute, Flag flag, const AttributeTexts& tags, const ChargeTime& time,
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

constexpr std::string_view or_rule = ", or add a rule to attribution.rules";

bool has_only_tags(const Config& config) {
    const auto& attribution = config.attribution;
    return attribution.rules.empty() && !attribution.has_directory() &&
           std::ranges::all_of(config.known_sources, [](const KnownSource& source) {
               return source.defaults == decltype(source.defaults){};
           });
}

struct NamedText {
    std::string_view name;
    std::string_view text;
};

std::string first_key(const TagMapping& mapping, Attribute attribute) {
    const auto& keys = mapping.keys[index_of(attribute)];
    return keys.empty() ? std::string(attribute_names[index_of(attribute)]) : keys.front();
}

}  // namespace

TagDates check_tag_dates(const AttributeTexts& tags, const ChargeTime& time) {
    TagDates dates;
    check(Attribute::end_date, Flag::project_ended, tags, time, dates);
    check(Attribute::reconciliation_end, Flag::project_closed, tags, time, dates);
    return dates;
}

// The flags of one charge, and the words for those findings that are kept.
class ChargeFlagger::Report {
public:
    Report(const Charge& charge, const std::string& file, Findings& findings)
        : m_charge(charge), m_file(file), m_findings(findings) {}

    [[nodiscard]] bool add(Flag flag) {
        m_flags.add(flag);
        return m_findings.count(row_of(flag).code);
    }
    void word(Flag flag, std::string_view field, std::string message, std::string_view value,
              std::string help) {
        auto diagnostic =
            make_diagnostic(row_of(flag).code, {.file = m_file, .line = m_charge.line, .column = 0},
                            std::move(message), std::string(value), std::move(help));
        diagnostic.field = field;
        m_findings.keep(std::move(diagnostic));
    }
    [[nodiscard]] FlagSet flags() const { return m_flags; }

private:
    const Charge& m_charge;
    const std::string& m_file;
    Findings& m_findings;
    FlagSet m_flags;
};

ChargeFlagger::ChargeFlagger(const Config& config, std::optional<BillingPeriod> period)
    : m_mapping(config.tag_mapping), m_has_only_tags(has_only_tags(config)), m_period(period),
      m_flag_patterns(
          std::make_unique<PatternSet>(config.review.flag_patterns, PatternSet::Place::anywhere)),
      m_fund_org_patterns(
          std::make_unique<PatternSet>(config.review.fund_org_patterns, PatternSet::Place::whole)),
      m_account_code_patterns(std::make_unique<PatternSet>(config.review.account_code_patterns,
                                                           PatternSet::Place::whole)) {}

ChargeFlagger::~ChargeFlagger() = default;

FlagSet ChargeFlagger::flag(const Charge& charge, const Attribution& attribution,
                            const std::string& file, Findings& findings) const {
    Report report(charge, file, findings);
    flag_tags(charge, attribution, report);
    flag_missing(charge, attribution, report);
    flag_form(attribution, report);
    if (!attribution.flags.empty())
        flag_times(attribution, report);
    if (!m_flag_patterns->empty())
        flag_patterns(charge, report);
    if (m_period && charge.billing_period != *m_period && report.add(Flag::period_mismatch)) {
        report.word(Flag::period_mismatch, "BillingPeriodStart",
                    "the row is of " + charge.billing_period.text() + ", not of " +
                        m_period->text(),
                    {}, "leave --period out if the file may hold other months");
    }
    return report.flags();
}

void ChargeFlagger::flag_tags(const Charge& charge, const Attribution& attribution,
                              Report& report) const {
    const std::string& fault = charge.tags->fault.empty() ? attribution.fault : charge.tags->fault;
    if (fault.empty() || !report.add(Flag::invalid_tags))
        return;
    report.word(Flag::invalid_tags, "Tags", "Tags cannot be trusted: " + fault, {},
                charge.tags->fault.empty()
                    ? "write the last day as YYYY-MM-DD: 2025-06-30"
                    : R"(write a JSON object: {"pi_email": "ada@example.edu"})");
}

void ChargeFlagger::flag_missing(const Charge& charge, const Attribution& attribution,
                                 Report& report) const {
    struct Needed {
        Attribute attribute;
        Flag flag;
        std::string_view what;
    };
    static constexpr Needed needed[] = {
        {Attribute::pi_email, Flag::missing_pi_email, "names the PI"},
        {Attribute::project_id, Flag::missing_project_id, "names the project"},
        {Attribute::fund_org, Flag::missing_fund_org, "names the fund/org"},
    };
    for (const auto& [attribute, flag, what] : needed) {
        if (!attribution.values[index_of(attribute)].empty() || !report.add(flag))
            continue;
        std::string help = charge.resource_id.empty()
                               ? "the row names no resource; a reviewer has to say who pays"
                               : "set the tag '" + first_key(m_mapping, attribute) +
                                     "' on the resource " + std::string(charge.resource_id);
        if (!m_has_only_tags)
            help += or_rule;
        report.word(flag, "Tags",
                    (m_has_only_tags ? "no tag " : "no tag and no rule ") + std::string(what), {},
                    std::move(help));
    }
}

void ChargeFlagger::flag_form(const Attribution& attribution, Report& report) const {
    const auto has_form = [](std::string_view text, const PatternSet& patterns) {
        return text.empty() || patterns.empty() || patterns.matches(text);
    };
    const auto fund_org = attribution.values[index_of(Attribute::fund_org)];
    if (!has_form(fund_org, *m_fund_org_patterns) && report.add(Flag::invalid_fund_org)) {
        report.word(Flag::invalid_fund_org, "Tags", "the fund/org has not the form of one",
                    fund_org, "review.fund_org_patterns asks for " + m_fund_org_patterns->list());
    }
    const auto account_code = attribution.values[index_of(Attribute::account_code)];
    if (!has_form(account_code, *m_account_code_patterns) &&
        report.add(Flag::invalid_account_code)) {
        report.word(Flag::invalid_account_code, "account_code",
                    "the account code has not the form of one", account_code,
                    "review.account_code_patterns asks for " + m_account_code_patterns->list());
    }
}

void ChargeFlagger::flag_times(const Attribution& attribution, Report& report) const {
    struct Timed {
        Flag flag;
        Attribute attribute;
        std::string_view what;
        std::string_view help;
    };
    static constexpr Timed timed[] = {
        {Flag::fund_org_closed, Attribute::fund_org,
         "the fund/org is closed during a part of the charge",
         "let a reviewer name another one, or mend open and close in the directory of fund/orgs"},
        {Flag::project_ended, Attribute::project_id, "the project ended before the charge did",
         "let a reviewer say who pays, or mend the end of the project"},
        {Flag::project_closed, Attribute::project_id,
         "the project cannot be charged during a part of the charge",
         "let a reviewer say who pays, or mend reconciliation_end, or the start of the project"},
    };
    for (const auto& [flag, attribute, what, help] : timed) {
        if (attribution.flags.has(flag) && report.add(flag)) {
            report.word(flag, attribute_names[index_of(attribute)], std::string(what),
                        attribution.values[index_of(attribute)], std::string(help));
        }
    }
    if (attribution.flags.has(Flag::pi_ended) && report.add(Flag::pi_ended))
        word_ended_pi(attribution, report);
}

void ChargeFlagger::word_ended_pi(const Attribution& attribution, Report& report) {
    constexpr std::string_view successor_of = " as successor of ";
    const auto email = attribution.values[index_of(Attribute::pi_email)];
    const auto origin = attribution.origins[index_of(Attribute::pi_email)];
    const auto at = origin.find(successor_of);
    std::string message = "the PI left before the charge ended";
    if (at != std::string_view::npos)
        message += "; the successor " + std::string(email) + " is taken";
    report.word(Flag::pi_ended, "pi_email", std::move(message),
                at == std::string_view::npos ? email : origin.substr(at + successor_of.size()),
                "let a reviewer confirm who pays, or mend the end of the person in the directory");
}

void ChargeFlagger::flag_patterns(const Charge& charge, Report& report) const {
    const auto flag_text = [&](std::string_view name, std::string_view text) {
        if (text.empty())
            return false;
        const std::string* pattern = m_flag_patterns->first_match(text);
        if (pattern == nullptr)
            return false;
        if (report.add(Flag::pattern_match)) {
            report.word(Flag::pattern_match, name,
                        std::string(name) + " matches the pattern " + *pattern, text,
                        "review.flag_patterns holds such charges for a reviewer");
        }
        return true;
    };
    const NamedText texts[] = {{"ServiceName", charge.service_name},
                               {"ResourceId", charge.resource_id},
                               {"ResourceName", charge.resource_name},
                               {"ChargeDescription", charge.charge_description},
                               {"SubAccountName", charge.sub_account_name}};
    if (std::ranges::any_of(
            texts, [&](const NamedText& named) { return flag_text(named.name, named.text); })) {
        return;
    }
    for (const auto& tag : charge.tags->entries) {
        if (flag_text("Tags." + std::string(tag.key), tag.value))
            return;
    }
}

}  // namespace focus_billing
