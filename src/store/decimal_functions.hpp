#pragma once

struct sqlite3;

namespace focus_billing {

/// Registers `decimal_sum(X)` (also as a window function), `decimal_cmp(A, B)`, `decimal_sub(A, B)`
/// and the collation `decimal`: exact arithmetic over decimals stored as text. What is no decimal
/// is refused with the words 'not a decimal: X'. Throws std::bad_alloc if SQLite cannot take them.
void add_decimal_functions(sqlite3* database);

}  // namespace focus_billing
