#pragma once

#include "focus_billing/workflow/session.hpp"
#include "focus_billing/render/reports/charge_list.hpp"
#include "focus_billing/store/charges/query_charges.hpp"

namespace focus_billing {

/// Prints the charges that fit as a list, until the output fails or a signal comes.
void print_charges(Session& session, Database& database, const ChargeFilter& filter,
                   ChargeList& list);

}  // namespace focus_billing
