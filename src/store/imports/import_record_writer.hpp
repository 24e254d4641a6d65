#pragma once

#include <cstdint>
#include <vector>

#include "focus_billing/store/imports/import_details.hpp"
#include "store/imports/apply_difference.hpp"

namespace focus_billing {

class Transaction;

/// All that there is to write down about an import whose charges are stored.
struct NewImport {
    std::int64_t number = 0;
    const ImportStart& start;
    const ImportEnd& end;
    const ChargeSummary& summary;
    const DeliveryOutcome& outcome;
    const ImportEffects& effects;
    const std::vector<ImportPart>& parts;
    std::int64_t stored = 0;  ///< rows that were simply added
    std::int64_t first_charge = 0;
    std::int64_t last_charge = 0;  ///< below `first_charge` if no charge was stored
};

/// Writes down an import, its totals and effects, which imports it superseded, the configuration
/// that it used, and the entries of the audit trail, within the import's transaction.
/// Throws SQLite::Exception.
void write_import_record(const Transaction& transaction, const NewImport& import);

}  // namespace focus_billing
