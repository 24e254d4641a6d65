#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "focus_billing/model/charges/charge_batch.hpp"
#include "focus_billing/model/imports/delivery.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

/// The rows by which a delivery differs from what it is compared with, in temporary tables of the
/// connection, so that neither memory nor the database grows with them. Rows of one resource,
/// charge period, SKU, category, service, month and currency are paired, the cheapest with the
/// cheapest. Throws SQLite::Exception.
class DifferenceTable {
public:
    explicit DifferenceTable(const Transaction& transaction);
    ~DifferenceTable();
    DifferenceTable(const DifferenceTable&) = delete;
    DifferenceTable& operator=(const DifferenceTable&) = delete;

    /// A row that is not stored as it is now. `reference` is given back by `paired_charge`.
    void add_new(const StorableCharge& charge, std::int64_t reference);
    /// A stored charge that the delivery has no row of.
    void add_old(std::int64_t charge);
    /// The same two for what an import did when it was made.
    void add_import(std::int64_t import);

    /// To be called when all rows are added, and before what follows.
    void pair_rows();
    [[nodiscard]] std::vector<DifferenceTotal> totals() const;
    /// Rows by the size of their net cost, the largest first; `limit` of them, or all.
    void for_each(std::optional<std::uint64_t> limit, const OnDifferenceRow& on_row) const;
    /// Calls `on_pair` for each changed row with what `add_new` and `add_old` were told.
    void for_each_pair(
        const std::function<void(std::int64_t reference, std::int64_t charge)>& on_pair) const;

private:
    class Statements;
    const Transaction& m_transaction;
    std::unique_ptr<Statements> m_statements;
};

/// By what an import differed from those whose place it took, read from the charges that it
/// brought, superseded and reversed. Throws Error as Database does.
class ImportDifference {
public:
    ImportDifference(Database& database, std::int64_t import);
    ImportDifference(const ImportDifference&) = delete;
    ImportDifference& operator=(const ImportDifference&) = delete;
    ~ImportDifference();

    [[nodiscard]] const std::vector<DifferenceTotal>& totals() const { return m_totals; }
    /// Rows by the size of their net cost, the largest first; `limit` of them, or all.
    void for_each(std::optional<std::uint64_t> limit, const OnDifferenceRow& on_row) const;

private:
    Transaction m_transaction;
    std::unique_ptr<DifferenceTable> m_table;
    std::vector<DifferenceTotal> m_totals;
};

}  // namespace focus_billing
