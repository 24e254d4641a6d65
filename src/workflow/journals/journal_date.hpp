#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/journals/journal_record.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// The date of a journal.
struct DateRequest {
    BillingPeriod period;
    std::string date;  ///< as given; empty: the month's last day
    bool other_fiscal_year = false;
};

/// The date of a draft. Throws Error (usage) for an invalid date or one before the month, and FB809
/// for a date in another fiscal year than the month.
[[nodiscard]] std::string draft_day(Session& session, const DateRequest& request);

/// The same for a journal, given the `others` of the month. Also throws FB808 (state) if there are
/// others and no date was given, and FB810 (usage) for a date in the future.
[[nodiscard]] std::string journal_day(Session& session, const DateRequest& request,
                                      const std::vector<JournalRecord>& others);

/// By the site's fiscal year.
[[nodiscard]] FiscalMonth fiscal_month_of(Session& session, const std::string& day);

/// The journals of which at least one document counts.
[[nodiscard]] std::vector<JournalRecord> without_failed(std::vector<JournalRecord> records);

}  // namespace focus_billing
