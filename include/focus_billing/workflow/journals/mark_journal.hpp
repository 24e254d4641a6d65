#pragma once

#include <cstdint>
#include <string>

#include "focus_billing/model/journals/journal_record.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/store/journals/journal_store.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// A journal, or one of its documents, as named on the command line.
struct JournalName {
    std::int64_t journal = 0;
    std::uint32_t document = 0;  ///< 0: all
};

/// Reads `3` or `3.1`. Throws Error FB020 (usage).
[[nodiscard]] JournalName parse_journal_name(const std::string& word);

/// Throws Error FB811 (state) if there is no such journal, or no such document of it.
[[nodiscard]] JournalRecord find_journal(JournalStore& store, std::int64_t journal,
                                         std::uint32_t document);

/// Throws Error FB812 (state) for a month that is open or finalized.
PeriodStatus require_closed_month(JournalStore& store, BillingPeriod period);

/// Throws Error FB812 (state) for a month that is finalized.
void require_unfinalized_month(JournalStore& store, BillingPeriod period);

/// Records that the finance system has accepted a journal or one document of it, or that it has
/// failed. For a whole journal, documents with a final mark keep it. Returns the updated journal.
/// Throws Error FB811 and FB812 (state).
JournalRecord mark_journal(Session& session, const JournalName& name, JournalState state,
                           const std::string& ref);

}  // namespace focus_billing
