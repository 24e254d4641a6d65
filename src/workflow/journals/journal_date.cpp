#include "workflow/journals/journal_date.hpp"

#include <algorithm>

#include "focus_billing/format/timestamp.hpp"
#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

[[noreturn]] void refuse(ErrorKind kind, int code, std::string message, std::string value,
                         std::string help) {
    throw Error(kind,
                make_diagnostic(code, {}, std::move(message), std::move(value), std::move(help)));
}

std::string given_day(Session& session, const DateRequest& request) {
    const auto date = parse_timestamp(request.date);
    if (!date || !date->date_only) {
        refuse(ErrorKind::usage, 20, "--date is no day", request.date,
               "write it like --date 2025-01-31");
    }
    if (request.date < request.period.text()) {
        refuse(ErrorKind::usage, 20, "--date is before the month begins", request.date,
               "give a day of " + request.period.text() + " or later");
    }
    const auto year = fiscal_month_of(session, request.period.last_day()).year;
    const auto other = fiscal_month_of(session, request.date).year;
    if (other != year && !request.other_fiscal_year) {
        refuse(ErrorKind::usage, 809,
               "--date is in the fiscal year " + std::to_string(other) + ", and " +
                   request.period.text() + " is in " + std::to_string(year),
               request.date, "if that is meant: --other-fiscal-year");
    }
    return request.date;
}

}  // namespace

FiscalMonth fiscal_month_of(Session& session, const std::string& day) {
    const auto& config = session.config().journal;
    return fiscal_month(day, config.fiscal_year_start, config.fiscal_year_by_end);
}

std::vector<JournalRecord> without_failed(std::vector<JournalRecord> records) {
    std::erase_if(records, [](const JournalRecord& record) {
        return std::ranges::all_of(record.parts, [](const JournalPart& part) {
            return part.mark == JournalState::failed;
        });
    });
    return records;
}

std::string draft_day(Session& session, const DateRequest& request) {
    return request.date.empty() ? request.period.last_day() : given_day(session, request);
}

std::string journal_day(Session& session, const DateRequest& request,
                        const std::vector<JournalRecord>& others) {
    const auto today = session.host().utc_now().substr(0, 10);
    if (request.date.empty() && !others.empty()) {
        refuse(ErrorKind::state, 808,
               request.period.text() + " has journal " + std::to_string(others.back().number) +
                   " already, and another one needs a date",
               {}, "give the day on which it is to be posted: --date YYYY-MM-DD");
    }
    auto day = draft_day(session, request);
    if (day > today) {
        refuse(ErrorKind::usage, 810, "the journal's date is in the future", day,
               "give a day up to today: --date " + today);
    }
    return day;
}

}  // namespace focus_billing
