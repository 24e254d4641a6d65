#include "focus_billing/store/imports/plan_period.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "focus_billing/model/error.hpp"
#include "focus_billing/model/text.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

namespace {

struct LiveImport {
    EarlierImport import;
    std::string delivered_as;  ///< the name of the file, or of the one whose rows it mends
    std::string series;
    std::optional<std::int64_t> mends;
};

using Lives = std::vector<LiveImport>;

Lives live_imports(const Transaction& transaction, const std::string& source,
                   BillingPeriod period) {
    SQLite::Statement query(transaction.handle(), R"sql(
SELECT i.id, i.file_name, i.imported_at, i.series, i.mends, ifnull(n.file_name, i.file_name)
FROM import_period AS p JOIN import AS i ON i.id = p.import_id
LEFT JOIN import AS n ON n.id = i.mends
WHERE p.period = ? AND p.superseded_by IS NULL AND i.source = ? ORDER BY i.id)sql");
    query.bind(1, period.key());
    query.bind(2, source);
    Lives lives;
    while (query.executeStep()) {
        lives.push_back({.import = {.number = query.getColumn(0).getInt64(),
                                    .file_name = query.getColumn(1).getString(),
                                    .imported_at = query.getColumn(2).getString()},
                         .delivered_as = query.getColumn(5).getString(),
                         .series = query.getColumn(3).getString(),
                         .mends = query.isColumnNull(4)
                                      ? std::nullopt
                                      : std::optional(query.getColumn(4).getInt64())});
    }
    return lives;
}

template <class Chosen>
std::vector<EarlierImport> chosen(const Lives& lives, Chosen is_chosen) {
    std::vector<EarlierImport> imports;
    for (const auto& live : lives) {
        if (is_chosen(live))
            imports.push_back(live.import);
    }
    return imports;
}

std::vector<EarlierImport> all(const Lives& lives) {
    return chosen(lives, [](const LiveImport&) { return true; });
}

// Imports of the same series; and those where one has a series and the other has none, which may
// well be the same bill: since when is a series configured?
Lives relevant(const Lives& lives, const std::string& series) {
    Lives result;
    std::ranges::copy_if(lives, std::back_inserter(result), [&](const LiveImport& live) {
        return live.series == series || live.series.empty() || series.empty();
    });
    return result;
}

bool has_other_series(const Lives& lives, const std::string& series) {
    return std::ranges::any_of(lives, [&](const auto& live) { return live.series != series; });
}

// Imports that stand on their own: mends go with the import that they mend, where that is there.
std::size_t independent(const Lives& lives) {
    return static_cast<std::size_t>(std::ranges::count_if(lives, [&](const LiveImport& live) {
        return std::ranges::none_of(
            lives, [&](const LiveImport& mended) { return live.mends == mended.import.number; });
    }));
}

Error refused_by_plan(int code, const DeliverySettings& settings, std::string message,
                      std::string help) {
    return {ErrorKind::state,
            make_diagnostic(code, {.file = settings.place, .line = 0, .column = 0},
                            std::move(message), {}, std::move(help))};
}

std::string listed(const Lives& lives) {
    std::string text;
    for (const auto& live : lives) {
        text += (text.empty() ? "" : ", ") + std::to_string(live.import.number) + " (" +
                live.import.file_name + ")";
    }
    return text;
}

PeriodPlan undecided(const Lives& lives) {
    return {.compared = all(lives), .is_undecided = true};
}

PeriodPlan plan_replacement(const DeliverySettings& settings, BillingPeriod period,
                            const Lives& lives) {
    if (!settings.replaces) {
        if (independent(lives) == 1)
            return {.kind = DeliveryKind::replacement, .compared = all(lives)};
        throw refused_by_plan(518, settings,
                              "several imports have charges of " + settings.source + " in " +
                                  period.text() + ": " + listed(lives),
                              "name the one whose place the file takes: --replace=" +
                                  std::to_string(lives.front().import.number));
    }
    // Mended rows belong to the import that they mend, as long as that has some.
    const auto part = std::ranges::find_if(lives, [&](const LiveImport& live) {
        return live.import.number == *settings.replaces && live.mends &&
               std::ranges::any_of(lives, [&](const LiveImport& other) {
                   return other.import.number == *live.mends;
               });
    });
    if (part != lives.end()) {
        const auto whole = std::to_string(*part->mends);
        throw refused_by_plan(518, settings,
                              "import " + std::to_string(*settings.replaces) +
                                  " has the mended rows of import " + whole +
                                  ", and is replaced with it",
                              "--replace=" + whole + ", with a file that has all of its rows");
    }
    const auto is_replaced = [&](const LiveImport& live) {
        return live.import.number == *settings.replaces || live.mends == *settings.replaces;
    };
    if (std::ranges::none_of(lives, is_replaced))
        return undecided(lives);
    return {.kind = DeliveryKind::replacement,
            .compared = chosen(lives, is_replaced),
            .beside = chosen(lives, [&](const auto& live) { return !is_replaced(live); })};
}

PeriodPlan plan_by_name(const DeliverySettings& settings, const Lives& lives) {
    const auto has_name = [&](const LiveImport& live) {
        return is_same_delivery_name(live.delivered_as, settings.file_name);
    };
    if (has_other_series(lives, settings.series) || std::ranges::none_of(lives, has_name))
        return undecided(lives);
    return {.kind = DeliveryKind::revision,
            .compared = chosen(lives, has_name),
            .beside = chosen(lives, [&](const auto& live) { return !has_name(live); })};
}

std::string_view without_gz(std::string_view name) {
    constexpr std::string_view ending = ".gz";
    if (name.size() > ending.size() &&
        equals_ignoring_case(name.substr(name.size() - ending.size()), ending))
        name.remove_suffix(ending.size());
    return name;
}

}  // namespace

bool is_same_delivery_name(const std::string& a, const std::string& b) {
    return without_gz(a) == without_gz(b);
}

PeriodPlan plan_period(const Transaction& transaction, const DeliverySettings& settings,
                       BillingPeriod period) {
    if (settings.mends)
        return {.kind = DeliveryKind::mend};
    const auto lives =
        relevant(live_imports(transaction, settings.source, period), settings.series);
    if (lives.empty())
        return {.kind = DeliveryKind::first};
    if (settings.append)
        return {.kind = DeliveryKind::addition, .beside = all(lives)};
    const bool is_snapshot = settings.delivery == Delivery::snapshot;
    if (settings.replace && (settings.replaces || !is_snapshot))
        return plan_replacement(settings, period, lives);
    if (is_snapshot && has_other_series(lives, settings.series))
        return undecided(lives);
    if (is_snapshot)
        return {.kind = DeliveryKind::snapshot, .compared = all(lives)};
    if (settings.delivery == Delivery::append)
        return {.kind = DeliveryKind::addition, .beside = all(lives), .refuses_equal = true};
    return plan_by_name(settings, lives);
}

std::uint64_t count_rows_to_mend(const Transaction& transaction, const DeliverySettings& settings) {
    const auto number = std::to_string(*settings.mends);
    SQLite::Statement query(transaction.handle(), R"sql(
SELECT rejected - (SELECT ifnull(sum(m.rows_read - m.rejected), 0) FROM import AS m
                   WHERE m.mends = i.id AND m.review IS NULL), mends,
    (SELECT max(superseded_by) FROM import_period WHERE import_id = i.id)
FROM import AS i WHERE id = ?)sql");
    query.bind(1, *settings.mends);
    if (!query.executeStep())
        throw refused_by_plan(508, settings, "there is no import " + number,
                              "list them: focus-billing imports list");
    if (!query.isColumnNull(1)) {
        throw refused_by_plan(519, settings,
                              "import " + number + " mends import " +
                                  query.getColumn(1).getString() + " itself",
                              "mend that one: --mends " + query.getColumn(1).getString());
    }
    if (!query.isColumnNull(2)) {
        throw refused_by_plan(519, settings,
                              "import " + number + " was superseded by import " +
                                  query.getColumn(2).getString() +
                                  ", so its rows do not count any more",
                              "mend the rows of that import, if it has any rejected ones");
    }
    return static_cast<std::uint64_t>(query.getColumn(0).getInt64());
}

}  // namespace focus_billing
