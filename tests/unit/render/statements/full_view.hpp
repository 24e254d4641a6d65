#pragma once

#include "focus_billing/render/statements/page_view.hpp"

namespace focus_billing {

/// Views in which every text is `text`, and nothing is empty: what each name of a template is to
/// show, and what hostile text must not do.

inline ChartView full_chart(const std::string& text) {
    return {text, text, {{text, text, 1, true}, {text, text, -0.5, true}}};
}

inline TableView full_table(const std::string& text) {
    using Kind = TableRow::Kind;
    return {text,
            {{text, false}, {text, true}},
            {{Kind::heading, {text}},
             {Kind::plain, {text, text}},
             {Kind::total, {text, text}},
             {Kind::note, {text}}}};
}

inline StatementView full_statement_view(const std::string& text = "value") {
    StatementView view;
    view.title = view.subtitle = view.replaces = view.due = view.due_note = view.held = text;
    view.rounding = view.footer = view.author = view.issue_date = view.language = text;
    view.is_draft = true;
    view.organization = {text, text, {text}, text};
    view.facts = {{text, text}};
    view.warnings = {text};
    view.notes = {text};
    view.services = full_chart(text);
    view.months = full_chart(text);
    view.sections = {{text, full_table(text), full_table(text)}};
    view.details = full_table(text);
    return view;
}

inline SummaryView full_summary_view(const std::string& text = "value") {
    SummaryView view;
    view.title = view.subtitle = view.organization = view.footer = text;
    view.author = view.issue_date = view.language = text;
    view.is_draft = true;
    view.facts = {{text, text}};
    view.payers = full_chart(text);
    view.tables = {full_table(text)};
    return view;
}

/// Amounts are numbers: `12.5`.
inline StatementSummary full_summary(const std::string& text = "value") {
    StatementSummary summary;
    summary.organization = summary.unit = summary.period = summary.issue_date = text;
    summary.is_draft = true;
    SummaryRow total{{}, text, 2, 3, "12.5", "1", text, "11.5"};
    summary.tables = {{"total", {}, {total}}};
    IndexRow row{text, 2, {text, text, text}, 3, "12.5", "1", "11.5", true, text, text, text, text};
    summary.index = {row};
    return summary;
}

inline StatementStyle full_look(const std::string& text = "value") {
    StatementStyle style;
    style.logo = style.footer = style.color = text;
    style.fonts = {text, "Noto Sans"};
    return style;
}

}  // namespace focus_billing
