#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/journals/journal_record.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// Which day a journal bears.
struct DateRequest {
    BillingPeriod period;
    std::string date;  ///< as it was given; empty: the month's last day
    bool other_fiscal_year = false;
};

/// That of a draft. Throws Error (usage) for what is no day or is before the month, and FB809 for a
/// day in another fiscal year than the month.
[[nodiscard]] std::string draft_day(Session& session, const DateRequest& request);

/// The same of a journal, beside `others` of the month. Throws also FB808 (state) if there are
/// others and no date was given, and FB810 (usage) for a day in the future.
[[nodiscard]] std::string journal_day(Session& session, const DateRequest& request,
                                      const std::vector<JournalRecord>& others);

/// By the site's fiscal year.
[[nodiscard]] FiscalMonth fiscal_month_of(Session& session, const std::string& day);

/// Those of which anything counts.
[[nodiscard]] std::vector<JournalRecord> without_failed(std::vector<JournalRecord> records);

}  // namespace focus_billing
