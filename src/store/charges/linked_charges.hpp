#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace focus_billing {

class Transaction;

/// Numbers of the charges that another one takes back, in their order. There are few. Throws
/// SQLite::Exception.
[[nodiscard]] std::vector<std::int64_t> reversed_charges(const Transaction& transaction);

/// SQL that inserts a charge which is linked to the charge ?3, belongs to the import ?1 and is
/// billed in the month ?2. It has no line of its own, and the content hash of the charge.
///
/// A reversal has all amounts turned round, and goes to the same payer: it has the charge's flags
/// and its decision.
[[nodiscard]] std::string reversal_insert();

/// A copy for which the decision ?4 stands.
[[nodiscard]] std::string copy_insert();

}  // namespace focus_billing
