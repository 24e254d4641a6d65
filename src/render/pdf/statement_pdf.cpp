#include "focus_billing/render/pdf/statement_pdf.hpp"

#include <algorithm>

#include "render/pdf/pdf_blocks.hpp"
#include "render/pdf/pdf_charts.hpp"
#include "render/pdf/pdf_letterhead.hpp"
#include "render/pdf/pdf_sheet.hpp"
#include "render/pdf/pdf_table.hpp"

namespace focus_billing {

namespace {

PdfSheet sheet_of(const SummaryView& view) {
    return {.title = view.title,
            .subject = view.subtitle,
            .organization = view.organization,
            .author = view.author,
            .footer = view.footer,
            .issue_date = view.issue_date,
            .is_draft = view.is_draft};
}

PdfSheet sheet_of(const StatementView& view) {
    return {.title = view.title,
            .subject = view.subtitle,
            .organization = view.organization.name,
            .author = view.author,
            .footer = view.footer,
            .issue_date = view.issue_date,
            .is_draft = view.is_draft};
}

// The facts at the left, the amount due beside them.
void add_summary(PdfFlow& flow, const StatementView& view) {
    const auto due_width = flow.width() * 0.36;
    const auto page = flow.page_count();
    const auto bottom = flow.y() + place_amount_due(flow, view.due, view.due_note, due_width);
    add_facts(flow, view.facts, flow.width() - due_width - 16);
    if (flow.page_count() == page)
        flow.move_to(std::max(flow.y(), bottom));
}

void add_notices(PdfFlow& flow, const StatementView& view) {
    add_box(flow, "New version", view.replaces);
    for (const auto& warning : view.warnings)
        add_box(flow, "Warning", warning);
    add_box(flow, "Held", view.held);
}

void add_charts(PdfFlow& flow, const StatementView& view) {
    flow.leave_gap(block_gap);
    add_bar_chart(flow, view.services);
    flow.leave_gap(block_gap);
    add_line_chart(flow, view.months);
}

// The title stays with the beginning of the first table.
void add_section(PdfFlow& flow, const SectionView& section) {
    const auto& first = section.lines.empty() ? section.postings : section.lines;
    constexpr Points title_height = 20;
    flow.leave_gap(block_gap);
    const auto least = first.empty() ? 0 : PdfTable(flow, first).least_height(flow) + title_height;
    add_heading(flow, section.title, heading_style, least);
    add_table(flow, section.lines, table_title_style);
    if (!section.lines.empty() && !section.postings.empty())
        flow.leave_gap(block_gap / 2);
    add_table(flow, section.postings, table_title_style);
}

void add_details(PdfFlow& flow, const StatementView& view) {
    flow.leave_gap(block_gap);
    add_table(flow, view.details, heading_style);
    flow.leave_gap(block_gap / 2);
    add_paragraph(flow, view.rounding, body_style);
}

void add_notes(PdfFlow& flow, const StatementView& view) {
    flow.leave_gap(block_gap);
    for (const auto& note : view.notes) {
        add_paragraph(flow, note, body_style);
        flow.advance(3);
    }
}

}  // namespace

std::string summary_pdf(const SummaryView& view, const StatementStyle& style, PdfFonts& fonts) {
    fonts.shaper().set_language(view.language);
    const auto sheet = sheet_of(view);
    auto flow = begin_pages(sheet, style, fonts.shaper());
    Organization organization;
    organization.name = view.organization;
    add_letterhead(flow, organization, style.logo);
    add_title(flow, view.title, view.subtitle);
    add_facts(flow, view.facts, flow.width());
    flow.leave_gap(block_gap);
    add_bar_chart(flow, view.payers);
    for (const auto& table : view.tables) {
        flow.leave_gap(block_gap);
        add_table(flow, table, heading_style);
    }
    return finish_pages(flow, sheet, style);
}

std::string statement_pdf(const StatementView& view, const StatementStyle& style, PdfFonts& fonts) {
    fonts.shaper().set_language(view.language);
    const auto sheet = sheet_of(view);
    auto flow = begin_pages(sheet, style, fonts.shaper());
    add_letterhead(flow, view.organization, style.logo);
    add_title(flow, view.title, view.subtitle);
    add_summary(flow, view);
    add_notices(flow, view);
    add_charts(flow, view);
    for (const auto& section : view.sections)
        add_section(flow, section);
    add_details(flow, view);
    add_notes(flow, view);
    return finish_pages(flow, sheet, style);
}

}  // namespace focus_billing
