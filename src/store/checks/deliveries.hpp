#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "store/checks/recount.hpp"

namespace focus_billing {

/// What the deliveries contained, as the charges and `import_period` tell it: a row that a delivery
/// has in common with an earlier one is that one's charge.
class Deliveries {
public:
    /// Reads `import_period`. The tally must outlive this. Throws SQLite::Exception.
    Deliveries(SQLite::Database& database, const RecountedCharges& tally);

    struct Brought {
        ChargeCount stored;
        ChargeCount corrected;
    };

    /// Billing periods and currencies of the charges that an import brought.
    [[nodiscard]] std::vector<std::pair<int, std::string>> places_of(std::int64_t import) const;

    /// The charges that an import itself brought.
    [[nodiscard]] Brought brought_by(std::int64_t import, int period,
                                     const std::string& currency) const;

    /// The charges that made up the delivery when it came: its own, and those of the imports whose
    /// place it took, directly or by others between, that were neither superseded nor reversed by
    /// then. An addition, and what mends another import, contain their own charges alone.
    [[nodiscard]] ChargeCount contained_in(std::int64_t import, int period,
                                           const std::string& currency) const;

private:
    struct Part {
        DeliveredKey key;
        const ChargeCount* count;
    };
    using PeriodImport = std::pair<int, std::int64_t>;

    void read_periods(SQLite::Database& database);
    [[nodiscard]] std::vector<std::int64_t> members(std::int64_t import, int period) const;

    std::map<PeriodImport, std::vector<Part>> m_parts;
    std::map<PeriodImport, std::vector<std::int64_t>> m_superseded;  // by whom -> whose place it took
    std::map<std::int64_t, std::vector<std::pair<int, std::string>>> m_places;
};

}  // namespace focus_billing
