#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/journals/journal_layout.hpp"
#include "focus_billing/model/journals/journal_record.hpp"
#include "focus_billing/store/journals/journal_store.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// The parts of a journal that has no number yet.
struct JournalDraft {
    JournalRecord record;                    ///< without number, parts, bytes and hash
    std::vector<JournalDocument> documents;  ///< all, including those without lines
    std::vector<JournalPosting> postings;
};

/// Registers the journal, writes its files, marks it as exported, and reports it in `run`. A
/// journal in which every line is 0 gets no file and is accepted at once. What the layout cannot
/// hold is returned as refusals.
void register_journal(Session& session, Database& database, std::unique_ptr<JournalStore> store,
                      const JournalLayout& layout, JournalDraft draft, const std::string& output,
                      JournalRun& run);

/// Writes the files of pending journals, marks them as exported, and reports each on standard
/// error.
void finish_pending_journals(Session& session, Database& database);

/// A journal of these documents, omitting those without lines.
[[nodiscard]] Journal journal_of(const JournalRecord& record,
                                 const std::vector<JournalDocument>& documents,
                                 const std::string& created);

}  // namespace focus_billing
