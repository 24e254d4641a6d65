#include "focus_billing/render/html/summary_html.hpp"

#include "render/html/builtin_templates.hpp"
#include "render/html/html_template.hpp"
#include "render/html/summary_fields.hpp"

namespace focus_billing {

std::string summary_html(const SummaryView& view, const StatementLook& look) {
    HtmlTemplate page(look.summary_template.empty() ? builtin_summary_template()
                                                    : std::string_view(look.summary_template));
    return page.filled([&](PageFields& fields) { add_summary_fields(fields, view, look); });
}

}  // namespace focus_billing
