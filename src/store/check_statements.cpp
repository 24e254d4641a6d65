#include <map>

#include "focus_billing/model/error.hpp"
#include "focus_billing/model/posted_total.hpp"
#include "focus_billing/store/check_lines.hpp"
#include "focus_billing/store/postings.hpp"
#include "focus_billing/store/statement_register.hpp"

namespace focus_billing {

namespace {

struct MonthSums {
    std::int64_t versions = 0;
    std::int64_t intact = 0;
    std::map<std::string, DecimalSum> due;  // of the latest versions
    std::optional<Diagnostic> fault;
};

// What was issued is read whole: its bytes have a hash.
std::map<BillingPeriod, MonthSums> read_sums(const CheckRun& run) {
    const StatementRegister statements(run.handle());
    StatementFilter filter;
    filter.all_versions = true;
    std::map<BillingPeriod, MonthSums> months;
    for (const auto& version : statements.list(filter)) {
        run.on_step();
        MonthSums& month = months[version.period];
        ++month.versions;
        if (version.is_latest)
            month.due[version.key.currency].add(
                DecimalSum::parse(version.due).value_or(DecimalSum()));
        try {
            (void)statements.content(version);
            ++month.intact;
        } catch (const Error& error) {
            if (!month.fault)
                month.fault = run.fault(710, error.diagnostic().message);
        }
    }
    return months;
}

// What is not issued, or out of date, is no fault: a new version is still to be issued.
void tell_amounts(const CheckRun& run, BillingPeriod period, const MonthSums& month) {
    std::map<std::string, DecimalSum> posted;
    for (const auto& total : posted_totals(read_postings(run.handle(), period)))
        posted.emplace(total.currency, total.amount);
    for (const auto& [currency, due] : month.due) {
        run.on_line({.subject = "statements of " + period.text() + " " + currency,
                     .left = {amount_term("postings", posted[currency].text())},
                     .right = {amount_term("statements", due.text()),
                               amount_term("not issued", posted[currency].difference(due).text())}});
    }
}

}  // namespace

void check_statements(const CheckRun& run) {
    for (auto& [period, month] : read_sums(run)) {
        tell_amounts(run, period, month);
        run.on_line({.subject = "statements of " + period.text(),
                     .left = {count_term("versions", month.versions)},
                     .right = {count_term("as they were issued", month.intact)},
                     .fault = std::move(month.fault)});
    }
}

}  // namespace focus_billing
