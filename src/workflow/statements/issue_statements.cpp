#include "focus_billing/workflow/statements/issue_statements.hpp"
#include "workflow/statements/issue_statements.hpp"

#include "focus_billing/format/sha256.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/render/pdf/statement_pdf.hpp"
#include "focus_billing/render/statements/statement_json.hpp"
#include "focus_billing/render/statements/statement_style_json.hpp"
#include "focus_billing/render/statements/statement_view.hpp"

namespace focus_billing {

namespace {

std::string missing_text(const StatementFilter& filter) {
    if (filter.number.empty())
        return filter.period ? "no such statement of " + filter.period->text() + " was issued"
                             : "no such statement was issued";
    const auto version = filter.version ? ", version " + std::to_string(*filter.version) : "";
    return "there is no statement " + filter.number + version;
}

PreviousVersion previous_of(const IssuedStatement& latest, const Statement& statement) {
    return {.version = latest.version,
            .issue_date = latest.issue_date,
            .due = latest.due,
            .difference = sum_of(statement.due).difference(sum_of(latest.due)).text()};
}

void require_later(const IssuedStatement& latest, const Statement& statement) {
    if (statement.issue_date >= latest.issue_date)
        return;
    throw Error(ErrorKind::state,
                make_diagnostic(702, {},
                                "version " + std::to_string(latest.version) + " of statement " +
                                    latest.number + " was issued on " + latest.issue_date +
                                    ", and a later version has no earlier date",
                                statement.issue_date,
                                "give that day or a later one: --issue-date " + latest.issue_date));
}

class StatementIssue {
public:
    StatementIssue(StatementStore& month, const StatementStyle& style, PdfFonts* fonts,
                   StatementRun& run)
        : m_month(month), m_look_text(statement_style_json(style)), m_style(style), m_fonts(fonts),
          m_run(run) {
        m_shows_look = fonts == nullptr || fonts->has_characters(m_look_text);
    }

    void issue(Statement statement) {
        const auto fingerprint = sha256_text(statement_fingerprint_text(statement));
        const auto latest = m_month.find_latest(statement.key);
        if (latest && latest->fingerprint == fingerprint) {
            ++m_run.unchanged;
            return;
        }
        statement.number = m_month.number_for(statement.key);
        statement.version = latest ? latest->version + 1 : 1;
        if (latest) {
            require_later(*latest, statement);
            statement.previous = previous_of(*latest, statement);
        }
        record(statement, fingerprint);
    }

private:
    void record(const Statement& statement, const std::string& fingerprint) {
        IssuedStatement version;
        version.number = statement.number;
        version.version = statement.version;
        version.period = m_month.period();
        version.key = statement.key;
        version.issue_date = statement.issue_date;
        version.charges = statement.charge_count;
        version.list = statement.list;
        version.due = statement.due;
        version.style = style_id();
        version.fingerprint = fingerprint;
        const auto json = statement_json(statement);
        require_characters(statement, json);
        m_month.issue(version, json);
        if (m_run.first_issued == 0)
            m_run.first_issued = version.id;
        if (!statement.previous) {
            ++m_run.first_versions;
            return;
        }
        m_run.revised.push_back({.number = statement.number,
                                 .version = statement.version,
                                 .currency = statement.key.currency,
                                 .due = statement.due,
                                 .difference = statement.previous->difference});
    }

    // A look that no statement was issued with is not recorded.
    std::int64_t style_id() {
        if (m_style_id == 0)
            m_style_id = m_month.style_id(m_look_text);
        return m_style_id;
    }

    // A character of the record may be on no page: then making the page decides.
    void require_characters(const Statement& statement, const std::string& json) {
        if (m_fonts == nullptr || (m_shows_look && m_fonts->has_characters(json)))
            return;
        (void)statement_pdf(statement_view(statement, m_style), m_style, *m_fonts);
    }

    StatementStore& m_month;
    std::string m_look_text;
    std::int64_t m_style_id = 0;
    const StatementStyle& m_style;
    PdfFonts* m_fonts;
    bool m_shows_look = true;
    StatementRun& m_run;
};

}  // namespace

std::vector<IssuedStatement> find_issued(const Database& database, IssuedStatements& issued,
                                         const StatementFilter& filter) {
    auto found = issued.list(filter);
    if (!found.empty())
        return found;
    throw Error(ErrorKind::state,
                make_diagnostic(703, {.file = database.path(), .line = 0, .column = 0},
                                missing_text(filter), {},
                                "see what was: focus-billing statements list --all-versions"));
}

void issue_statements(StatementStore& month, StatementMaker& maker, const StatementStyle& style,
                      PdfFonts* fonts, const AuditContext& audit_context, StatementRun& run) {
    StatementIssue issue(month, style, fonts, run);
    while (auto statement = maker.next())
        issue.issue(std::move(*statement));
    month.commit(audit_context);
}

void compare_with_issued(StatementStore& month, Statement& draft, StatementRun& run) {
    const auto latest = month.find_latest(draft.key);
    if (!latest)
        return;
    if (latest->fingerprint == sha256_text(statement_fingerprint_text(draft))) {
        ++run.unchanged;
    } else {
        draft.previous = previous_of(*latest, draft);
    }
}

}  // namespace focus_billing
