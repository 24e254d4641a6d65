#include "focus_billing/store/decimal_functions.hpp"

namespace focus_billing {

void add_decimal_functions(sqlite3*) {}

}  // namespace focus_billing
