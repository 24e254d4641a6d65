#include <SQLiteCpp/SQLiteCpp.h>

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

constexpr const char* is_as_in_record = R"sql(
SELECT json_extract(?1, '$.number') = ?2 AND json_extract(?1, '$.version') = ?3
    AND json_extract(?1, '$.period') = ?4 AND json_extract(?1, '$.key.pi_email') = ?5
    AND ifnull(json_extract(?1, '$.key.project_id'), '') = ?6
    AND json_extract(?1, '$.key.currency') = ?7 AND json_extract(?1, '$.issue_date') = ?8
    AND json_extract(?1, '$.charge_count') = ?9 AND json_extract(?1, '$.list') = ?10
    AND json_extract(?1, '$.due') = ?11)sql";

// What is listed of a version stands in its record, too.
void require_record(const CheckRun& run, const IssuedStatement& version, const std::string& json) {
    SQLite::Statement query(run.handle(), is_as_in_record);
    int parameter = 0;
    query.bindNoCopy(++parameter, json);
    query.bind(++parameter, version.number);
    query.bind(++parameter, version.version);
    for (const auto& text : {version.period.text(), version.key.pi_email, version.key.project_id,
                             version.key.currency, version.issue_date})
        query.bind(++parameter, text);
    query.bind(++parameter, static_cast<std::int64_t>(version.charges));
    query.bind(++parameter, version.list);
    query.bind(++parameter, version.due);
    if (query.executeStep() && query.getColumn(0).getInt() == 1)
        return;
    throw Error(ErrorKind::environment,
                run.fault(710, "what is listed of statement " + version.number + ", version " +
                                   std::to_string(version.version) +
                                   ", is not what its record says"));
}

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
            require_record(run, version, statements.content(version));
            (void)statements.look(version.look);
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
