#include "focus_billing/render/pdf/summary_pdf.hpp"

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

}  // namespace

std::string summary_pdf(const SummaryView& view, const StatementLook& look, PdfFonts& fonts) {
    fonts.shaper().set_language(view.language);
    const auto sheet = sheet_of(view);
    auto flow = begin_pages(sheet, look, fonts.shaper());
    Organization organization;
    organization.name = view.organization;
    add_letterhead(flow, organization, look.logo);
    add_title(flow, view.title, view.subtitle);
    add_facts(flow, view.facts, flow.width());
    flow.leave_gap(block_gap);
    add_bar_chart(flow, view.payers);
    for (const auto& table : view.tables) {
        flow.leave_gap(block_gap);
        add_table(flow, table, heading_style);
    }
    return finish_pages(flow, sheet, look);
}

}  // namespace focus_billing
