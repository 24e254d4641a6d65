#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/journals/journal_layout.hpp"
#include "focus_billing/model/journals/journal_record.hpp"
#include "focus_billing/store/journals/journal_store.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// What a journal is made of, before it has a number.
struct JournalDraft {
    JournalRecord record;                    ///< without number, parts, bytes and hash
    std::vector<JournalDocument> documents;  ///< all, also those without lines
    std::vector<JournalPosting> postings;
};

/// Registers the journal, writes its files and marks it as exported, and tells in `run`. One that
/// comes to nothing on every line gets no file, and is accepted at once. What the layout cannot
/// hold comes back as refusals. `books` is done with then.
void register_journal(Session& session, Database& database, std::unique_ptr<JournalStore> store,
                      const JournalLayout& layout, JournalDraft draft, const std::string& output,
                      JournalRun& run);

/// Writes the files of journals that are pending, and marks them as exported; each is told on
/// standard error.
void finish_pending_journals(Session& session, Database& database);

/// The journal of these documents, without those that have no lines.
[[nodiscard]] Journal journal_of(const JournalRecord& record,
                                 const std::vector<JournalDocument>& documents,
                                 const std::string& created);

}  // namespace focus_billing
