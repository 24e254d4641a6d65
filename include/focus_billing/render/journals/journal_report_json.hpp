#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/journals/journal_record.hpp"

namespace focus_billing {

// Amounts are canonical decimals, as texts.

[[nodiscard]] std::string journal_run_json(const JournalRun& run, int exit_code);
[[nodiscard]] std::string journal_list_json(const std::vector<JournalRecord>& records);
[[nodiscard]] std::string journal_record_json(const JournalRecord& record,
                                              const std::vector<JournalDocument>& documents,
                                              const std::vector<JournalPosting>& postings);

}  // namespace focus_billing
