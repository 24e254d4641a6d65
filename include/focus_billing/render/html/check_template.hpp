#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/render/html/template_kind.hpp"

namespace focus_billing {

/// Every mistake in a template (mustache(5)), with its line and column in `file`: FB711 a tag that
/// is broken or not supported, FB712 a name that nothing fills where it stands, FB713 a text that
/// is not escaped, or markup that is. A text without findings can be filled by HtmlTemplate.
[[nodiscard]] std::vector<Diagnostic> check_template(std::string_view text, const std::string& file,
                                                     TemplateKind kind);

}  // namespace focus_billing
