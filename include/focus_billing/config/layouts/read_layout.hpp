#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"

namespace focus_billing {

struct LoadedLayout {
    JournalLayout layout;  ///< must not be used if there is an error among the diagnostics
    std::vector<Diagnostic> diagnostics;
};

/// Reads a journal layout from the text of a YAML file (docs/journal-layouts.md). All findings are
/// collected, with file, line and column. `more_names`: placeholders beside those of
/// `journal_fields` and the layout's own values, such as the groups of `journal.fund_org_regex`;
/// `values`: values of the site's configuration that replace the layout's.
[[nodiscard]] LoadedLayout read_layout(std::string_view yaml_text, const std::string& file_name,
                                       const std::vector<std::string>& more_names,
                                       const std::map<std::string, std::string>& values);

}  // namespace focus_billing
