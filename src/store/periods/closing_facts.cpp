#include "store/periods/closing_facts.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "store/periods/period_contents.hpp"

namespace focus_billing {

namespace {

constexpr const char* select_sources = R"sql(
SELECT i.source, sum(e.added - e.removed) AS charges
FROM import_effect AS e JOIN import AS i ON i.id = e.import_id
WHERE e.period = ? GROUP BY i.source HAVING charges > 0 ORDER BY i.source)sql";

// Rows that mend an import may in turn have been mended: all of them count for the first one.
constexpr const char* select_unmended = R"sql(
WITH RECURSIVE mending (root, import_id) AS (
    SELECT i.id, i.id FROM import_period AS p JOIN import AS i ON i.id = p.import_id
    WHERE p.period = ? AND p.superseded_by IS NULL AND i.mends IS NULL AND i.rejected > 0
    UNION
    SELECT m.root, i.id FROM mending AS m JOIN import AS i ON i.mends = m.import_id
    WHERE i.review IS NULL)
SELECT r.id, r.file_name,
    r.rejected - sum(CASE WHEN i.id = r.id THEN 0 ELSE i.stored + i.unchanged + i.corrected END)
        AS unmended
FROM mending AS m JOIN import AS i ON i.id = m.import_id JOIN import AS r ON r.id = m.root
GROUP BY r.id HAVING unmended > 0 ORDER BY r.id)sql";

std::vector<MissingSource> sources_in(SQLite::Database& database, int key) {
    SQLite::Statement query(database, select_sources);
    query.bind(1, key);
    std::vector<MissingSource> sources;
    while (query.executeStep()) {
        sources.push_back(
            {.source = query.getColumn(0).getString(),
             .charges_before = static_cast<std::uint64_t>(query.getColumn(1).getInt64())});
    }
    return sources;
}

}  // namespace

ClosingFacts read_closing_facts(Database& database, BillingPeriod period) {
    ClosingFacts facts;
    facts.contents = read_period_contents(database, period);
    for (const auto& source : sources_in(database.handle(), period.key()))
        facts.present.push_back(source.source);
    for (auto& before : sources_in(database.handle(), period.key() - 1)) {
        if (!std::ranges::binary_search(facts.present, before.source))
            facts.missing.push_back(std::move(before));
    }
    facts.unmended = unmended_imports(database.handle(), period);
    return facts;
}

std::vector<UnmendedImport> unmended_imports(SQLite::Database& database, BillingPeriod period) {
    SQLite::Statement query(database, select_unmended);
    query.bind(1, period.key());
    std::vector<UnmendedImport> imports;
    while (query.executeStep()) {
        imports.push_back({.number = query.getColumn(0).getInt64(),
                           .file_name = query.getColumn(1).getString(),
                           .rows = static_cast<std::uint64_t>(query.getColumn(2).getInt64())});
    }
    return imports;
}

}  // namespace focus_billing
