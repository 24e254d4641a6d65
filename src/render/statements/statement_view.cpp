#include "focus_billing/render/statements/statement_view.hpp"

#include "render/amounts_and_dates.hpp"
#include "render/statements/details_view.hpp"
#include "render/statements/statement_charts.hpp"
#include "render/statements/statement_facts.hpp"
#include "render/statements/statement_sentences.hpp"
#include "render/statements/statement_tables.hpp"

namespace focus_billing {

namespace {

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

// A word all in capitals keeps them: `IT statement`.
std::string within_sentence(std::string title) {
    const bool is_abbreviation = title.size() > 1 && is_capital(title[1]);
    if (!title.empty() && is_capital(title[0]) && !is_abbreviation)
        title[0] = static_cast<char>(title[0] - 'A' + 'a');
    return title;
}

std::string title_of(const Statement& statement, const StatementStyle& style) {
    return statement.is_draft() ? "Draft " + within_sentence(style.title)
                                : style.title + " " + statement.number;
}

// A name that is written from right to left must not turn the words around it (UAX #9, isolates).
std::string isolated(const std::string& name) {
    const bool is_ascii =
        std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return is_ascii ? name : "\u2068" + name + "\u2069";
}

std::string subtitle_of(const Statement& statement) {
    return isolated(statement.key.pi_email) + ", " +
           project_text(isolated(statement.key.project_id)) + ", " + shown_month(statement.period);
}

std::vector<std::string> notes_of(const StatementStyle& style, const LookValues& values) {
    std::vector<std::string> notes;
    for (const auto* text : {&style.questions, &style.dispute}) {
        if (auto filled = filled_look_text(*text, values); !filled.empty())
            notes.push_back(std::move(filled));
    }
    return notes;
}

void add_texts(const Statement& statement, const StatementStyle& style, StatementView& view) {
    const LookValues values = {statement.organization.email, statement.number,
                               shown_month(statement.period)};
    view.title = title_of(statement, style);
    view.subtitle = subtitle_of(statement);
    view.is_draft = statement.is_draft();
    view.organization = statement.organization;
    view.notes = notes_of(style, values);
    view.footer = filled_look_text(style.footer, values);
    view.author = statement.organization.name.empty() ? statement.organization.unit
                                                      : statement.organization.name;
    view.issue_date = statement.issue_date;
}

void add_sentences(const Statement& statement, const Money& money, StatementView& view) {
    view.replaces = replaces_sentence(statement, money);
    view.due = money.with_currency(statement.due);
    view.due_note = due_note(statement, money);
    for (const auto& warning : statement.warnings)
        view.warnings.push_back(warning_sentence(warning));
    view.held = held_sentence(statement, money);
    view.rounding = rounding_sentence(statement, money);
}

SectionView section_view(const StatementSection& section, const Money& money) {
    return {section_title(section.fund_org), lines_table(section, money),
            postings_table(section.postings, money)};
}

}  // namespace

StatementView statement_view(const Statement& statement, const StatementStyle& style) {
    const Money money = {statement.minor_unit, statement.key.currency};
    StatementView view;
    add_texts(statement, style, view);
    add_sentences(statement, money, view);
    view.facts = statement_facts(statement);
    view.services = services_chart(statement, money);
    view.months = months_chart(statement.months, money);
    for (const auto& section : statement.sections)
        view.sections.push_back(section_view(section, money));
    view.details = details_view(statement, style, money);
    return view;
}

}  // namespace focus_billing
