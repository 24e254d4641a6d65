#include "focus_billing/render/html/index_html.hpp"

#include "render/html/builtin_templates.hpp"
#include "render/html/html_template.hpp"
#include "render/html/index_fields.hpp"

namespace focus_billing {

std::string index_html(const StatementSummary& summary, const StatementLook& look) {
    HtmlTemplate page(look.index_template.empty() ? builtin_index_template()
                                                  : std::string_view(look.index_template));
    return page.filled([&](PageFields& fields) { add_index_fields(fields, summary, look); });
}

}  // namespace focus_billing
