#include "focus_billing/store/imports/find_same_file.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <vector>

#include "focus_billing/store/imports/plan_period.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

namespace {

struct Twin {
    EarlierImport import;
    std::string source;
    std::string series;
    std::optional<std::int64_t> superseded_by;
};

std::vector<Twin> find_twins(const Transaction& transaction, const std::string& sha256) {
    SQLite::Statement query(transaction.handle(), R"sql(
SELECT id, file_name, imported_at, source, series,
    (SELECT max(superseded_by) FROM import_period WHERE import_id = i.id)
FROM import AS i WHERE sha256 = ? AND rows_read > 0 ORDER BY id DESC)sql");
    query.bind(1, sha256);
    std::vector<Twin> twins;
    while (query.executeStep()) {
        twins.push_back({.import = {.number = query.getColumn(0).getInt64(),
                                    .file_name = query.getColumn(1).getString(),
                                    .imported_at = query.getColumn(2).getString()},
                         .source = query.getColumn(3).getString(),
                         .series = query.getColumn(4).getString(),
                         .superseded_by = query.isColumnNull(5)
                                              ? std::nullopt
                                              : std::optional(query.getColumn(5).getInt64())});
    }
    return twins;
}

Diagnostic finding(int code, const DeliverySettings& settings, std::string message,
                   std::string help) {
    return make_diagnostic(code, {.file = settings.place, .line = 0, .column = 0},
                           std::move(message), {}, std::move(help));
}

std::string named(const Twin& twin) {
    return "import " + std::to_string(twin.import.number) + " (" + twin.import.file_name + ")";
}

BytesVerdict same_as(const DeliverySettings& settings, const Twin& twin) {
    BytesVerdict verdict{.same = twin.import, .finding = {}};
    if (twin.superseded_by) {
        verdict.finding =
            finding(520, settings,
                    "the file has the same bytes as " + named(twin) + ", which import " +
                        std::to_string(*twin.superseded_by) + " superseded; it is passed over",
                    "to go back to it: --replace");
    } else if (!is_same_delivery_name(twin.import.file_name, settings.file_name)) {
        verdict.finding = finding(
            521, settings, "the file has the same bytes as " + named(twin) + "; it is passed over",
            "if it is another bill of the same amounts, add it: --append");
    }
    return verdict;
}

BytesVerdict check(const Transaction& transaction, const DeliverySettings& settings,
                   const std::string& sha256) {
    const auto twins = find_twins(transaction, sha256);
    if (twins.empty())
        return {};
    const auto is_own = [&](const Twin& twin) {
        return twin.source == settings.source && twin.series == settings.series;
    };
    const auto live = std::ranges::find_if(
        twins, [&](const Twin& twin) { return is_own(twin) && !twin.superseded_by; });
    if (live != twins.end())
        return settings.append ? BytesVerdict{} : same_as(settings, *live);
    const auto own = std::ranges::find_if(twins, is_own);
    if (own != twins.end())
        return settings.append || settings.replace ? BytesVerdict{} : same_as(settings, *own);
    const auto other = std::ranges::find_if(
        twins, [&](const Twin& twin) { return twin.source != settings.source; });
    if (other == twins.end())
        return {};
    return {.same = {},
            .finding = finding(510, settings,
                               "the file has the same bytes as " + named(*other) + " of " +
                                   other->source + ", and is refused for " + settings.source,
                               "check which source it is of")};
}

bool any(const Transaction& transaction, const char* sql,
         const std::function<void(SQLite::Statement&)>& bind) {
    return transaction.run([&] {
        SQLite::Statement query(transaction.handle(), sql);
        bind(query);
        return query.executeStep();
    });
}

}  // namespace

BytesVerdict find_same_file(const Transaction& transaction, const DeliverySettings& settings,
                            const std::string& sha256) {
    return transaction.run([&] { return check(transaction, settings, sha256); });
}

bool has_import_of_size(const Transaction& transaction, std::uint64_t file_size) {
    return any(transaction, "SELECT 1 FROM import WHERE file_size = ? LIMIT 1",
               [&](auto& query) { query.bind(1, static_cast<std::int64_t>(file_size)); });
}

bool has_imports_of(const Transaction& transaction, const std::string& source) {
    return any(transaction, "SELECT 1 FROM import WHERE source = ? LIMIT 1",
               [&](auto& query) { query.bind(1, source); });
}

}  // namespace focus_billing
