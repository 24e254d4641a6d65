#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"
#include "focus_billing/model/journals/journal_record.hpp"

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

/// What a run made, in words, with its control totals.
[[nodiscard]] std::string journal_run_text(const JournalRun& run);

/// The control totals of a registered journal, as a small YAML file. `file`: without its folder.
[[nodiscard]] std::string journal_control_text(const JournalRecord& record,
                                               const std::vector<JournalDocument>& documents,
                                               const std::string& file);

/// The journals on record as a table, one row for each document, and as CSV.
[[nodiscard]] std::string journal_list_text(const std::vector<JournalRecord>& records);
[[nodiscard]] std::string journal_list_csv(const std::vector<JournalRecord>& records);

/// One journal with its lines. `most_lines` of each document are shown.
[[nodiscard]] std::string journal_record_text(const JournalRecord& record,
                                              const std::vector<JournalDocument>& documents,
                                              std::size_t most_lines);

}  // namespace focus_billing
