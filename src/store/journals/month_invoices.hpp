#pragma once

#include "focus_billing/model/journals/invoice.hpp"

namespace SQLite {
class Database;
}

namespace focus_billing {

/// What the charges say of the invoices of a month. An invoice without charges in it is there if it
/// has some in other months. Needs a transaction of the caller. Throws SQLite::Exception.
[[nodiscard]] MonthInvoices read_month_invoices(SQLite::Database& database, BillingPeriod period);

}  // namespace focus_billing
