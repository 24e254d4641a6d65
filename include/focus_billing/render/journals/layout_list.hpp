#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/journals/journal_layout.hpp"

namespace focus_billing {

struct LayoutSummary {
    std::string name;
    std::string file;  ///< of a site's own; empty: part of the program
    std::string description;
};

[[nodiscard]] std::string layout_list_text(const std::vector<LayoutSummary>& layouts);
[[nodiscard]] std::string layout_list_json(const std::vector<LayoutSummary>& layouts);

/// The records of a layout, with their columns and positions.
[[nodiscard]] std::string layout_columns_text(const JournalLayout& layout);

}  // namespace focus_billing
