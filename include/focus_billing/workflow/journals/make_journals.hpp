#pragma once

#include <string>

#include "focus_billing/billing/journals/journal_lines.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"
#include "focus_billing/model/journals/journal_record.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// The settings for lines from the site's configuration, without the numbers of statements.
[[nodiscard]] JournalTerms journal_terms(Session& session, BillingPeriod period,
                                         const std::string& day, LineDetail detail);

/// The record of a journal that has no number yet.
[[nodiscard]] JournalRecord new_journal_record(Session& session, const JournalTerms& terms,
                                               const JournalLayout& layout, const std::string& day,
                                               const std::string& output);

struct JournalRequest {
    BillingPeriod period;
    std::string format;
    std::string output;    ///< empty: a draft
    std::string date;      ///< empty: the month's last day
    std::string currency;  ///< empty: all
    bool other_fiscal_year = false;
};

/// Makes the journal of a month from everything that is in no journal yet. In an open month, or
/// without an output, it is a draft. Otherwise it is registered as pending, its files are written,
/// and it is marked as exported; journals that an earlier command left pending are finished first.
///
/// Returns all reasons against it as refusals, and then changes nothing. Throws Error FB808 (state)
/// for a second journal without a date, FB809 and FB810 (usage) for a date in another fiscal year
/// or in the future, and the errors of the functions it calls.
[[nodiscard]] JournalRun run_journals(Session& session, const JournalRequest& request);

struct ReversalRequest {
    std::int64_t journal = 0;
    std::uint32_t document = 0;  ///< 0: all
    std::string format;          ///< empty: that of the journal
    std::string output;
    std::string date;
    bool other_fiscal_year = false;
};

/// Registers the reversal of a journal: the same lines on the opposite side. Omits documents that
/// have failed or are already reversed. Throws FB812 (state) if none is left, if the journal is
/// still pending, or if it is a reversal itself, and otherwise like run_journals.
[[nodiscard]] JournalRun reverse_journal(Session& session, const ReversalRequest& request);

}  // namespace focus_billing
