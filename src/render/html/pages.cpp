#include "focus_billing/render/html/pages.hpp"

#include "render/html/builtin_templates.hpp"
#include "render/html/html_template.hpp"
#include "render/html/page_fields.hpp"

namespace focus_billing {

std::string index_html(const StatementSummary& summary, const StatementStyle& style) {
    HtmlTemplate page(style.index_template.empty() ? builtin_index_template()
                                                   : std::string_view(style.index_template));
    return page.filled([&](PageFields& fields) { add_index_fields(fields, summary, style); });
}

std::string summary_html(const SummaryView& view, const StatementStyle& style) {
    HtmlTemplate page(style.summary_template.empty() ? builtin_summary_template()
                                                     : std::string_view(style.summary_template));
    return page.filled([&](PageFields& fields) { add_summary_fields(fields, view, style); });
}

std::string statement_html(const StatementView& view, const StatementStyle& style) {
    HtmlTemplate page(style.statement_template.empty()
                          ? builtin_statement_template()
                          : std::string_view(style.statement_template));
    return page.filled([&](PageFields& fields) { add_statement_fields(fields, view, style); });
}

}  // namespace focus_billing
