#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/journals/journal_record.hpp"
#include "focus_billing/model/period_status.hpp"

namespace focus_billing {

/// What a run of `journals` made. With refusals it made nothing.
struct JournalRun {
    PeriodStatus status = PeriodStatus::open;
    std::string format;    ///< name of the layout
    std::string currency;  ///< the only one that was asked for; empty: all
    Journal journal;       ///< without documents that have no lines
    std::string bytes;
    std::optional<JournalRecord> record;       ///< of a journal that was registered
    std::string file;                          ///< as it was named; empty: standard output
    bool nothing = false;                      ///< is to be journaled
    std::optional<std::int64_t> last_journal;  ///< of the month, if nothing is
    std::vector<Diagnostic> refusals;

    [[nodiscard]] bool refused() const { return !refusals.empty(); }
};

}  // namespace focus_billing
