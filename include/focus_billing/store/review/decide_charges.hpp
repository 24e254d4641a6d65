#pragma once

#include <functional>
#include <string>
#include <vector>

#include "focus_billing/model/charges/decision.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

/// How decisions are carried out.
struct DecisionTerms {
    AuditContext audit_context;
    std::string place;    ///< named in the findings: the list of decisions, or the database
    std::string command;  ///< `approve`, `reject`, `reassign`, `withdraw` or `review`
    bool dry_run = false;
    bool by_filter = false;  ///< what is decided with another charge is passed over, not refused
    std::function<void()> on_step = [] {};  ///< called now and then; may throw
};

/// Carries out what a reviewer decided, all of it or nothing, in one transaction with one entry in
/// the audit trail. In an open month a decision stands for the charge itself, and takes the place
/// of an earlier one. A charge that was held when its month was closed is carried into the next
/// open month. A charge that was billed in a month that is not open any more stays as it is: its
/// reversal, and a copy for which the decision stands, are billed in the next open month. A dry run
/// needs a database for reading only, and changes nothing. Errors are those of Database; refusals
/// are in the report.
[[nodiscard]] DecisionReport decide_charges(Database& database,
                                            const std::vector<DecisionRequest>& requests,
                                            const DecisionTerms& terms);

}  // namespace focus_billing
