#include "focus_billing/cli/run_statements.hpp"

#include <algorithm>
#include <map>

#include "focus_billing/cli/issue_statements.hpp"
#include "focus_billing/cli/load_statement_look.hpp"
#include "focus_billing/cli/open_database.hpp"
#include "focus_billing/cli/statement_files.hpp"
#include "focus_billing/cli/statement_maker.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/render/look_json.hpp"
#include "focus_billing/store/issued_statements.hpp"

namespace focus_billing {

namespace {

using LookPointer = std::shared_ptr<const StatementLook>;

unsigned threads_of(Session& session) {
    constexpr unsigned most_threads = 8;
    return std::clamp(session.host().processors, 1U, most_threads);
}

std::string folder_of(const StatementOrder& order, BillingPeriod period) {
    return order.output + "/" + period.text();
}

[[noreturn]] void refuse(const Database& database, int code, std::string message,
                         std::string help) {
    throw Error(ErrorKind::state,
                make_diagnostic(code, {.file = database.path(), .line = 0, .column = 0},
                                std::move(message), {}, std::move(help)));
}

void require_closed(const Database& database, BillingPeriod period, PeriodStatus status) {
    if (status == PeriodStatus::open) {
        refuse(database, 702,
               period.text() + " is open, and statements are issued from a closed month",
               "close it: focus-billing periods close " + period.text() +
                   "; without --issue its statements are drafts");
    }
    if (status == PeriodStatus::finalized) {
        refuse(database, 702, period.text() + " is finalized, and nothing new is issued from it",
               "to print again what was issued: focus-billing statements reprint --period " +
                   period.text());
    }
}

// The issued versions of a list, each with the look that it was issued with.
class RecordedWork {
public:
    RecordedWork(IssuedStatements& issued, std::vector<IssuedStatement> versions)
        : m_issued(issued), m_versions(std::move(versions)) {}

    /// What was issued from the version `first_new` on is new; 0: nothing is.
    std::optional<StatementWork> next(std::int64_t first_new = 0) {
        if (m_next == m_versions.size())
            return std::nullopt;
        const auto& version = m_versions[m_next];
        StatementWork work;
        work.place = m_next++;
        work.json = m_issued.content(version);
        work.look = look(version.look);
        work.is_new = first_new != 0 && version.id >= first_new;
        return work;
    }

private:
    LookPointer look(std::int64_t id) {
        auto& known = m_looks[id];
        if (!known)
            known = std::make_shared<const StatementLook>(read_look(m_issued.look(id)));
        return known;
    }

    IssuedStatements& m_issued;
    std::vector<IssuedStatement> m_versions;
    std::size_t m_next = 0;
    std::map<std::int64_t, LookPointer> m_looks;
};

WrittenStatements write_drafts(Session& session, const StatementOrder& order, StatementMaker& maker,
                               const LookPointer& look) {
    std::size_t place = 0;
    return write_statements(folder_of(order, *order.filter.period), order.forms,
                            threads_of(session), [&]() -> std::optional<StatementWork> {
                                auto statement = maker.next();
                                if (!statement)
                                    return std::nullopt;
                                StatementWork work;
                                work.place = place++;
                                work.statement = std::move(*statement);
                                work.look = look;
                                return work;
                            });
}

WrittenStatements write_issued(Session& session, const StatementOrder& order, Database& database,
                               std::int64_t first_new) {
    IssuedStatements issued(database);
    RecordedWork work(issued, issued.list(order.filter));
    return write_statements(folder_of(order, *order.filter.period), order.forms,
                            threads_of(session), [&] { return work.next(first_new); });
}

// What a PDF needs is missing before anything is recorded or written, not after.
void require_fonts(const StatementOrder& order, const StatementLook& look) {
    if (order.forms.pdf)
        (void)PdfFonts(look.fonts);
}

void summarize(Session& session, const StatementOrder& order, WrittenStatements written,
               const StatementLook& look, StatementRun& run) {
    const auto& organization = session.config().statements.organization;
    run.summary = {.organization = organization.name,
                   .unit = organization.unit,
                   .period = run.period,
                   .issue_date = run.issue_date,
                   .is_draft = !run.issues,
                   .tables = std::move(written.tables),
                   .index = std::move(written.index)};
    write_summary(run.folder, order.forms, run.summary, look);
}

std::string told(const StatementRun& run) {
    const auto count = run.first_versions + run.revised.size();
    return std::to_string(count) + (count == 1 ? " statement of " : " statements of ") +
           run.period + (count == 1 ? " is" : " are") + " issued";
}

}  // namespace

StatementRun run_statements(Session& session, const StatementOrder& order) {
    const auto period = *order.filter.period;
    const auto look = std::make_shared<const StatementLook>(load_statement_look(session));
    require_fonts(order, *look);
    auto database =
        order.issue ? open_database_for_writing(session) : open_database_for_reading(session);
    StatementRun run;
    run.period = period.text();
    run.issues = order.issue;
    run.issue_date = order.issue_date;
    run.folder = folder_of(order, period);
    run.forms = order.forms_text;
    WrittenStatements written;
    {
        MonthStatements month(database, period, order.issue);
        run.status = month.status();
        if (order.issue)
            require_closed(database, period, run.status);
        StatementMaker maker(month, session.config(), period, order.issue_date, order.filter,
                             order.issue);
        if (order.issue) {
            issue_statements(month, maker, *look, session.occasion(), run);
            session.tell_done(told(run));
        } else {
            written = write_drafts(session, order, maker, look);
        }
    }
    if (order.issue)
        written = write_issued(session, order, database, run.first_issued);
    summarize(session, order, std::move(written), *look, run);
    return run;
}

std::size_t reprint_statements(Session& session, const StatementOrder& order,
                               const std::vector<StatementFilter>& wanted) {
    auto database = open_database_for_reading(session);
    IssuedStatements issued(database);
    std::map<BillingPeriod, std::vector<IssuedStatement>> by_month;
    std::size_t count = 0;
    for (const auto& filter : wanted) {
        const auto found = issued.list(filter);
        if (found.empty()) {
            refuse(database, 703,
                   filter.number.empty()
                       ? "no such statement was issued"
                       : "there is no statement " + filter.number +
                             (filter.version ? ", version " + std::to_string(*filter.version) : ""),
                   "see what was: focus-billing statements list --all-versions");
        }
        count += found.size();
        for (const auto& version : found)
            by_month[version.period].push_back(version);
    }
    for (auto& [period, versions] : by_month) {
        RecordedWork work(issued, std::move(versions));
        (void)write_statements(folder_of(order, period), order.forms, threads_of(session),
                               [&] { return work.next(); });
    }
    return count;
}

}  // namespace focus_billing
