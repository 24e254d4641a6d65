#pragma once

#include <string>
#include <vector>

#include "focus_billing/config/layouts/read_layout.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// The layouts to choose from: the site's own and the built-in ones.
struct LayoutName {
    std::string name;
    std::string file;  ///< of a site's own layout; empty: built-in
};

/// Ordered by name. A site's own layout replaces a built-in one of the same name.
[[nodiscard]] std::vector<LayoutName> layout_names(Session& session);

/// The text of a layout: `name` is one of `layout_names`, or a file if it has a slash or ends in
/// .yaml. Throws Error FB814 (usage) for an unknown name, and for a file that cannot be read.
struct LayoutText {
    std::string file;  ///< shown in findings
    std::string text;
};
[[nodiscard]] LayoutText layout_text(Session& session, const std::string& name);

/// The layout, with the site's values, and what is wrong with it. Throws FB814 (usage).
[[nodiscard]] LoadedLayout check_layout(Session& session, const std::string& name);

/// The layout, with the site's values. Its findings are printed; an error among them throws
/// ConfigurationRefused.
[[nodiscard]] JournalLayout load_layout(Session& session, const std::string& name);

}  // namespace focus_billing
