#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "focus_billing/model/imports/delivery_difference.hpp"
#include "focus_billing/store/database.hpp"

namespace focus_billing {

class DifferenceTable;

/// By what an import differed from those whose place it took, read from the charges that it brought,
/// superseded and reversed. Throws Error as Database does.
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
    Database& m_database;
    std::unique_ptr<DifferenceTable> m_table;
    std::vector<DifferenceTotal> m_totals;
};

}  // namespace focus_billing
