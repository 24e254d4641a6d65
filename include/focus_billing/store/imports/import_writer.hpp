#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "focus_billing/model/charges/charge_batch.hpp"
#include "focus_billing/model/charges/charge_totals.hpp"
#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/store/imports/delivery_comparison.hpp"
#include "focus_billing/store/imports/import_details.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

/// Stores the charges of one delivery in one transaction: all of them or, if `commit` is not
/// reached, none, whatever ends the program. What was stored and is the same stays as it is; what
/// is gone is superseded; what differs in a month that is not open is billed as a correction.
/// Throws Error as DeliveryComparison and Database do.
class ImportWriter {
public:
    ImportWriter(Database& database, ImportStart start);
    ImportWriter(const ImportWriter&) = delete;
    ImportWriter& operator=(const ImportWriter&) = delete;
    ~ImportWriter();

    /// The number that the import will have.
    [[nodiscard]] std::int64_t number() const;

    /// Stores charges, which come in the order of the file.
    void add(const ChargeBatch& batch);
    /// Of a delivery in several files each is begun, and ended with what is known of it then.
    void begin_part();
    void end_part(const ImportPart& part);
    /// What there is to say after the last row; if there is no error, it can be committed.
    [[nodiscard]] std::vector<Diagnostic> finish();
    [[nodiscard]] const DeliveryComparison& comparison() const;
    /// Makes the import durable and returns its number. Only after `finish` found no error.
    std::int64_t commit(const ImportEnd& end, const ChargeSummary& summary);

private:
    class Import;
    Transaction m_transaction;
    std::unique_ptr<Import> m_import;
};

}  // namespace focus_billing
