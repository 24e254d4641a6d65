#include <algorithm>
#include <vector>

#include "focus_billing/render/html/check_template.hpp"
#include "render/html/html_template.hpp"
#include "render/html/page_fields.hpp"
#include "require.hpp"

using namespace focus_billing;

namespace {

StatementView hostile_view() {
    StatementView view;
    view.title = view.due = view.held = "<b>";
    view.facts = {{"<b>", "<b>"}};
    view.warnings = {"<b>"};
    view.details = {"<b>", {{"<b>", true}}, {{TableRow::Kind::plain, {"<b>"}}}};
    return view;
}

std::string text_without_hostile(std::string_view text) {
    std::string result(text);
    std::erase(result, '<');
    return result;
}

}  // namespace

/// A template is refused with a place, or it can be filled, and then lets no text through
/// unescaped.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto view = hostile_view();
    const auto text = text_without_hostile(text_of(data, size));
    const auto findings = check_template(text, "f", TemplateKind::statement);
    for (const auto& finding : findings)
        require(finding.place.line > 0 && finding.place.column > 0 && !finding.help.empty());
    if (!findings.empty())
        return 0;
    HtmlTemplate page(text);
    const auto html =
        page.filled([](PageFields& fields) { add_statement_fields(fields, view, {}); });
    require(html.find("<b>") == std::string::npos);
    return 0;
}
