#include "focus_billing/store/imports/import_difference.hpp"

#include "focus_billing/store/imports/difference_table.hpp"

namespace focus_billing {

ImportDifference::ImportDifference(Database& database, std::int64_t import)
    : m_database(database) {
    with_database_errors(database.path(), [&] {
        m_table = std::make_unique<DifferenceTable>(database.handle());
        m_table->add_import(import);
        m_table->pair_rows();
        m_totals = m_table->totals();
    });
}

ImportDifference::~ImportDifference() = default;

void ImportDifference::for_each(std::optional<std::uint64_t> limit,
                                const OnDifferenceRow& on_row) const {
    with_database_errors(m_database.path(), [&] { m_table->for_each(limit, on_row); });
}

}  // namespace focus_billing
