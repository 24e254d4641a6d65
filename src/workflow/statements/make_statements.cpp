#include "focus_billing/workflow/statements/make_statements.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "focus_billing/files/atomic_file.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/render/statements/statement_style_json.hpp"
#include "focus_billing/store/statements/statement_register.hpp"
#include "focus_billing/workflow/host.hpp"
#include "focus_billing/workflow/session.hpp"
#include "focus_billing/workflow/statements/issue_statements.hpp"
#include "workflow/statements/issue_statements.hpp"
#include "workflow/statements/load_statement_style.hpp"
#include "workflow/statements/statement_files.hpp"
#include "workflow/statements/statement_maker.hpp"

namespace focus_billing {

namespace {

using StylePointer = std::shared_ptr<const StatementStyle>;

StatementTarget target_of(Session& session, const StatementRequest& request, BillingPeriod period) {
    return {.folder = request.output + "/" + period.text(),
            .formats = request.formats,
            .threads = worker_count(session.host()),
            .more_fonts = session.config().statements.style.fonts};
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

bool is_part(const StatementFilter& filter) {
    return !filter.pi_email.empty() || !filter.project_id.empty() || !filter.currency.empty();
}

std::string selection_text(const StatementFilter& filter) {
    std::string text;
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty())
            text += (text.empty() ? "" : ", ") + std::string(name) + " " + value;
    };
    add("pi", filter.pi_email);
    add("project", filter.project_id);
    add("currency", filter.currency);
    return text;
}

[[noreturn]] void refuse_selection(const Database& database, const StatementFilter& filter) {
    refuse(database, 703, filter.period->text() + " has no statement for " + selection_text(filter),
           "see whom it bills: focus-billing report spend --by pi --period " +
               filter.period->text());
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
        work.style = style(version.style);
        work.is_new = first_new != 0 && version.id >= first_new;
        return work;
    }

private:
    StylePointer style(std::int64_t id) {
        auto& known = m_looks[id];
        if (!known)
            known =
                std::make_shared<const StatementStyle>(read_statement_style(m_issued.style(id)));
        return known;
    }

    IssuedStatements& m_issued;
    std::vector<IssuedStatement> m_versions;
    std::size_t m_next = 0;
    std::map<std::int64_t, StylePointer> m_looks;
};

class StatementsRun {
public:
    StatementsRun(Session& session, const StatementRequest& request)
        : m_session(session), m_request(request), m_period(*request.filter.period),
          m_target(target_of(session, request, m_period)),
          m_style(std::make_shared<const StatementStyle>(load_statement_look(session))) {
        m_run.period = m_period.text();
        m_run.issues = request.issue;
        m_run.issue_date = request.issue_date;
        m_run.folder = m_target.folder;
        m_run.forms = request.formats_text;
        m_run.is_part = is_part(request.filter);
        if (request.formats.pdf)
            m_fonts.emplace(m_style->fonts);
    }

    // What is wrong with the look, the fonts or the folder comes before anything is recorded.
    StatementRun run() {
        auto database = m_request.issue ? open_database_for_writing(m_session)
                                        : open_database_for_reading(m_session);
        auto written = make(database);
        if (m_request.issue)
            written = write_issued(database);
        summarize(std::move(written));
        return std::move(m_run);
    }

private:
    WrittenStatements make(Database& database) {
        StatementStore month(database, m_period, m_request.issue);
        m_run.status = month.status();
        if (m_request.issue)
            require_closed(database, m_period, m_run.status);
        StatementMaker maker(month, m_session.config(), m_period, m_request.issue_date,
                             m_request.filter, true);
        if (maker.size() == 0 && m_run.is_part)
            refuse_selection(database, m_request.filter);
        m_run.held = month.held_totals();
        make_folder(m_target.folder);
        if (!m_request.issue)
            return write_drafts(month, maker);
        issue_statements(month, maker, *m_style, m_fonts ? &*m_fonts : nullptr,
                         m_session.audit_context(), m_run);
        m_session.note_result(told());
        return {};
    }

    WrittenStatements write_drafts(StatementStore& month, StatementMaker& maker) {
        std::size_t place = 0;
        return write_statements(m_target, [&]() -> std::optional<StatementWork> {
            auto statement = maker.next();
            if (!statement)
                return std::nullopt;
            compare_with_issued(month, *statement, m_run);
            StatementWork work;
            work.place = place++;
            work.statement = std::move(*statement);
            work.style = m_style;
            return work;
        });
    }

    WrittenStatements write_issued(Database& database) {
        IssuedStatements issued(database);
        RecordedWork work(issued, issued.list(m_request.filter));
        return write_statements(m_target, [&] { return work.next(m_run.first_issued); });
    }

    void summarize(WrittenStatements written) {
        const auto& organization = m_session.config().statements.organization;
        m_run.summary = {.organization = organization.name,
                         .unit = organization.unit,
                         .period = m_run.period,
                         .issue_date =
                             written.issue_date.empty() ? m_run.issue_date : written.issue_date,
                         .is_draft = !m_run.issues,
                         .tables = std::move(written.tables),
                         .index = std::move(written.index)};
        if (!m_run.is_part)
            write_summary(m_run.folder, m_request.formats, m_run.summary, *m_style);
    }

    [[nodiscard]] std::string told() const {
        const auto count = m_run.first_versions + m_run.revised.size();
        return std::to_string(count) + (count == 1 ? " statement of " : " statements of ") +
               m_run.period + (count == 1 ? " is" : " are") + " issued";
    }

    Session& m_session;
    const StatementRequest& m_request;
    BillingPeriod m_period;
    StatementTarget m_target;
    StylePointer m_style;
    std::optional<PdfFonts> m_fonts;
    StatementRun m_run;
};

}  // namespace

StatementRun run_statements(Session& session, const StatementRequest& request) {
    return StatementsRun(session, request).run();
}

std::size_t reprint_statements(Session& session, const StatementRequest& request,
                               const std::vector<StatementFilter>& wanted) {
    auto database = open_database_for_reading(session);
    IssuedStatements issued(database);
    std::map<BillingPeriod, std::vector<IssuedStatement>> by_month;
    std::set<std::int64_t> ids;
    for (const auto& filter : wanted) {
        for (const auto& version : find_issued(database, issued, filter)) {
            if (ids.insert(version.id).second)
                by_month[version.period].push_back(version);
        }
    }
    for (auto& [period, versions] : by_month) {
        RecordedWork work(issued, std::move(versions));
        (void)write_statements(target_of(session, request, period), [&] { return work.next(); });
    }
    return ids.size();
}

}  // namespace focus_billing
