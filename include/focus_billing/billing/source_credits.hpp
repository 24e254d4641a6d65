#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "focus_billing/model/config.hpp"
#include "focus_billing/model/journals/journal.hpp"

namespace focus_billing {

/// What a source is credited with. Either may be empty: then no journal can be made.
struct SourceCredit {
    std::string fund_org;
    std::string account;  ///< credit_account_code, else account_code, else journal.default_account
};
using SourceCredits = std::map<std::string, SourceCredit, std::less<>>;

/// Of each known source.
[[nodiscard]] SourceCredits source_credits(const Config& config);

/// Sets the credits of postings that have none. A source that `credits` does not have is a
/// std::logic_error.
void set_credits(std::vector<JournalPosting>& postings, const SourceCredits& credits);

}  // namespace focus_billing
