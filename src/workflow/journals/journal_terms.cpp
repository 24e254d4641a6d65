#include "focus_billing/workflow/journals/journal_terms.hpp"

#include <filesystem>

#include "workflow/journals/journal_date.hpp"

namespace focus_billing {

JournalTerms journal_terms(Session& session, BillingPeriod period, const std::string& day,
                           LineDetail detail) {
    const auto& config = session.config().journal;
    const auto fiscal = fiscal_month_of(session, day);
    JournalTerms terms;
    terms.period = period;
    terms.fiscal_year = fiscal.year;
    terms.fiscal_period = fiscal.period;
    terms.lines = config.lines;
    terms.detail = detail;
    terms.description = config.description;
    terms.credit_description = config.credit_description;
    return terms;
}

JournalRecord new_journal_record(Session& session, const JournalTerms& terms,
                                 const JournalLayout& layout, const std::string& day,
                                 const std::string& output) {
    JournalRecord record;
    record.period = terms.period;
    record.date = day;
    record.fiscal_year = terms.fiscal_year;
    record.fiscal_period = terms.fiscal_period;
    record.organization = session.config().statements.organization.name;
    record.format = layout.name;
    record.layout_sha256 = layout.sha256;
    record.detail = layout.lines;
    if (!output.empty())
        record.path = std::filesystem::absolute(output).lexically_normal().string();
    return record;
}

}  // namespace focus_billing
