#include "focus_billing/render/html/pages.hpp"

#include "render/html/builtin_templates.hpp"
#include "render/html/html_template.hpp"
#include "render/html/page_fields.hpp"

namespace focus_billing {

std::string index_html(const StatementSummary& summary, const StatementLook& look) {
    HtmlTemplate page(look.index_template.empty() ? builtin_index_template()
                                                  : std::string_view(look.index_template));
    return page.filled([&](PageFields& fields) { add_index_fields(fields, summary, look); });
}

std::string summary_html(const SummaryView& view, const StatementLook& look) {
    HtmlTemplate page(look.summary_template.empty() ? builtin_summary_template()
                                                    : std::string_view(look.summary_template));
    return page.filled([&](PageFields& fields) { add_summary_fields(fields, view, look); });
}

std::string statement_html(const StatementView& view, const StatementLook& look) {
    HtmlTemplate page(look.statement_template.empty() ? builtin_statement_template()
                                                      : std::string_view(look.statement_template));
    return page.filled([&](PageFields& fields) { add_statement_fields(fields, view, look); });
}

}  // namespace focus_billing
