#include "focus_billing/render/html/pages.hpp"

#include "render/html/builtin_templates.hpp"
#include "render/html/html_template.hpp"
#include "render/html/statement_fields.hpp"

namespace focus_billing {

std::string statement_html(const StatementView& view, const StatementLook& look) {
    HtmlTemplate page(look.statement_template.empty() ? builtin_statement_template()
                                                      : std::string_view(look.statement_template));
    return page.filled([&](PageFields& fields) { add_statement_fields(fields, view, look); });
}

}  // namespace focus_billing
