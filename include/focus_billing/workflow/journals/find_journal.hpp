#pragma once

#include <cstdint>
#include <string>

#include "focus_billing/model/journals/journal_record.hpp"
#include "focus_billing/model/period_status.hpp"
#include "focus_billing/store/journals/journal_store.hpp"

namespace focus_billing {

/// A journal, or one of its documents, as it is named on the command line.
struct JournalName {
    std::int64_t journal = 0;
    std::uint32_t document = 0;  ///< 0: all
};

/// Reads `3` or `3.1`. Throws Error FB020 (usage).
[[nodiscard]] JournalName parse_journal_name(const std::string& word);

/// Throws Error FB811 (state) if there is no such journal, or no such document of it.
[[nodiscard]] JournalRecord find_journal(JournalBooks& books, std::int64_t journal,
                                         std::uint32_t document);

/// Throws Error FB812 (state) for a month that is open or finalized.
PeriodStatus require_closed_month(JournalBooks& books, BillingPeriod period);

/// Throws Error FB812 (state) for a month that is finalized.
void require_unfinalized_month(JournalBooks& books, BillingPeriod period);

}  // namespace focus_billing
