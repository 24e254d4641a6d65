#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <array>
#include <set>

#include "focus_billing/model/period.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/checks/check_database.hpp"
#include "store/checks/recount.hpp"

namespace focus_billing {

namespace {

// What became of good rows: on record, and as the charges say.
enum Fate : std::uint8_t { stored, unchanged, corrected };
constexpr std::array<std::string_view, 3> fate_names = {"stored", "unchanged", "corrected"};
using Fates = std::array<CountAndCost, fate_names.size()>;

struct GoodRows {
    CountAndCost all;
    Fates fates;
};

using PlaceKey = std::pair<int, std::string>;  // billing period and currency

struct ImportOnRecord {
    std::int64_t id = 0;
    std::int64_t rows_read = 0;
    std::array<std::int64_t, 3> fates{};
    std::int64_t rejected = 0;
    std::map<PlaceKey, GoodRows> good;
    std::map<std::string, CountAndCost> rejected_costs;  // by currency
};

CountAndCost count_on_record(const SQLite::Statement& row, int column) {
    CountAndCost count{.count = row.getColumn(column).getInt64(), .cost = {}};
    if (const auto cost = DecimalSum::parse(row.getColumn(column + 1).getString()))
        count.cost = *cost;
    return count;
}

std::vector<ImportOnRecord> read_imports(const Transaction& transaction) {
    std::vector<ImportOnRecord> imports;
    SQLite::Statement rows(transaction.handle(),
                           "SELECT id, rows_read, stored, unchanged, corrected, rejected"
                           " FROM import ORDER BY id");
    while (rows.executeStep()) {
        imports.push_back({.id = rows.getColumn(0).getInt64(),
                           .rows_read = rows.getColumn(1).getInt64(),
                           .fates = {rows.getColumn(2).getInt64(), rows.getColumn(3).getInt64(),
                                     rows.getColumn(4).getInt64()},
                           .rejected = rows.getColumn(5).getInt64(),
                           .good = {},
                           .rejected_costs = {}});
    }
    return imports;
}

class ImportTotals {
public:
    explicit ImportTotals(const Transaction& transaction)
        : m_good(transaction.handle(),
                 "SELECT period, currency, charges, billed, stored, stored_cost,"
                 " unchanged, unchanged_cost, corrected, corrected_cost"
                 " FROM import_total WHERE import_id = ? ORDER BY period, currency"),
          m_rejected(transaction.handle(), "SELECT currency, rows, billed FROM import_rejected"
                                           " WHERE import_id = ? ORDER BY currency") {}

    void read(ImportOnRecord& import) {
        m_good.reset();
        m_good.bind(1, import.id);
        while (m_good.executeStep()) {
            import.good[{m_good.getColumn(0).getInt(), m_good.getColumn(1).getString()}] = {
                .all = count_on_record(m_good, 2), .fates = {
                    count_on_record(m_good, 4),
                    count_on_record(m_good, 6),
                    count_on_record(m_good, 8)
                }};
        }
        m_rejected.reset();
        m_rejected.bind(1, import.id);
        while (m_rejected.executeStep())
            import.rejected_costs[m_rejected.getColumn(0).getString()] =
                count_on_record(m_rejected, 1);
    }

private:
    SQLite::Statement m_good;
    SQLite::Statement m_rejected;
};

// Where what is on record differs from what the charges say.
struct Difference {
    PlaceKey place;
    Fate fate;
    CountAndCost on_record;
    CountAndCost found;
};

std::string shown(const CountAndCost& count, const std::string& currency) {
    return std::to_string(count.count) + " of " + count.cost.text() + " " + currency;
}

std::string words(const Difference& difference) {
    const auto& [period, currency] = difference.place;
    return shown(difference.on_record, currency) + " are on record as " +
           std::string(fate_names[difference.fate]) + " for " +
           BillingPeriod::of_key(period).text() + ", and " + shown(difference.found, currency) +
           " are there";
}

class ImportCheck {
public:
    ImportCheck(const CheckRun& run, const ImportOnRecord& import, const Deliveries& deliveries)
        : m_run(run), m_import(import) {
        for (const auto& [place, rows] : import.good)
            m_found[place];
        for (const auto& place : deliveries.places_of(import.id))
            m_found[place];
        for (auto& [place, fates] : m_found)
            find(place, deliveries, fates);
    }

    void tell() {
        m_run.on_line(row_line());
        std::set<std::string> currencies;
        for (const auto& [place, fates] : m_found)
            currencies.insert(place.second);
        for (const auto& [currency, count] : m_import.rejected_costs)
            currencies.insert(currency);
        for (const auto& currency : currencies)
            m_run.on_line(cost_line(currency));
    }

private:
    void find(const PlaceKey& place, const Deliveries& deliveries, Fates& fates) {
        const auto own = deliveries.brought_by(m_import.id, place.first, place.second);
        fates[stored] = own.stored;
        fates[corrected] = own.corrected;
        fates[unchanged] = deliveries.contained_in(m_import.id, place.first, place.second);
        fates[unchanged].subtract(own.stored);
        fates[unchanged].subtract(own.corrected);
    }

    [[nodiscard]] GoodRows on_record(const PlaceKey& place) const {
        const auto entry = m_import.good.find(place);
        return entry == m_import.good.end() ? GoodRows{} : entry->second;
    }

    // `differs` compares what matters to a line: numbers of rows, or costs.
    template <class Differs>
    [[nodiscard]] std::optional<Difference> first_difference(Differs differs) const {
        for (const auto& [place, found] : m_found) {
            const GoodRows recorded = on_record(place);
            for (std::size_t i = 0; i < found.size(); ++i) {
                if (differs(place, recorded.fates[i], found[i]))
                    return Difference{place, static_cast<Fate>(i), recorded.fates[i], found[i]};
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::string subject() const { return "import " + std::to_string(m_import.id); }

    // What is on record and what was found, added up over the months, of one currency or of all.
    struct Sums {
        CountAndCost read;  // the good rows on record
        Fates found;
        CountAndCost all_found;
    };
    [[nodiscard]] Sums sums(const std::string* currency) const {
        Sums sums;
        for (const auto& [place, fates] : m_found) {
            if (currency != nullptr && place.second != *currency)
                continue;
            sums.read.add(on_record(place).all);
            for (std::size_t i = 0; i < fates.size(); ++i) {
                sums.found[i].add(fates[i]);
                sums.all_found.add(fates[i]);
            }
        }
        return sums;
    }

    [[nodiscard]] CheckLine row_line() const {
        const Sums all = sums(nullptr);
        CheckLine line{.subject = subject(), .left = {count_term("rows read", m_import.rows_read)}};
        for (std::size_t i = 0; i < all.found.size(); ++i)
            line.right.push_back(count_term(fate_names[i], all.found[i].count));
        line.right.push_back(count_term("rejected", m_import.rejected));
        line.fault = row_fault(all);
        return line;
    }

    [[nodiscard]] std::optional<Diagnostic> row_fault(const Sums& all) const {
        const auto difference =
            first_difference([](const PlaceKey&, const CountAndCost& recorded,
                                const CountAndCost& seen) { return recorded.count != seen.count; });
        if (difference)
            return fault(words(*difference));
        const auto accounted = all.all_found.count + m_import.rejected;
        if (m_import.rows_read != accounted || all.read.count != all.all_found.count) {
            return fault(std::to_string(m_import.rows_read) + " rows were read, and " +
                         std::to_string(accounted) + " are accounted for");
        }
        for (std::size_t i = 0; i < all.found.size(); ++i) {
            if (m_import.fates[i] != all.found[i].count) {
                return fault(std::to_string(m_import.fates[i]) + " are on record as " +
                             std::string(fate_names[i]) + ", and " +
                             std::to_string(all.found[i].count) + " are there");
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] CheckLine cost_line(const std::string& currency) const {
        const auto rejected = m_import.rejected_costs.find(currency);
        Sums all = sums(&currency);
        CheckLine line{.subject = subject() + " " + currency};
        for (std::size_t i = 0; i < all.found.size(); ++i)
            line.right.push_back(amount_term(fate_names[i], all.found[i].cost.text()));
        const auto refused =
            rejected == m_import.rejected_costs.end() ? CountAndCost{} : rejected->second;
        line.right.push_back(amount_term("rejected", refused.cost.text()));
        all.read.add(refused);
        all.all_found.add(refused);
        line.left = {amount_term("read", all.read.cost.text())};
        line.fault = cost_fault(currency, all);
        return line;
    }

    [[nodiscard]] std::optional<Diagnostic> cost_fault(const std::string& currency,
                                                       const Sums& all) const {
        const auto differs = [&](const PlaceKey& place, const CountAndCost& recorded,
                                 const CountAndCost& seen) {
            return place.second == currency && recorded.cost.text() != seen.cost.text();
        };
        if (const auto difference = first_difference(differs))
            return fault(words(*difference));
        if (all.read.cost.text() == all.all_found.cost.text())
            return std::nullopt;
        return fault("the file came to " + all.read.cost.text() + " " + currency + ", and " +
                     all.all_found.cost.text() + " is accounted for");
    }

    [[nodiscard]] Diagnostic fault(const std::string& message) const {
        return m_run.fault(550, subject() + " does not add up: " + message);
    }

    const CheckRun& m_run;
    const ImportOnRecord& m_import;
    std::map<PlaceKey, Fates> m_found;
};

}  // namespace

void check_imports(const CheckRun& run, const RecountedCharges& tally) {
    const Deliveries deliveries(run.transaction, tally);
    ImportTotals totals(run.transaction);
    for (auto& import : read_imports(run.transaction)) {
        run.on_step();
        totals.read(import);
        ImportCheck(run, import, deliveries).tell();
    }
}

}  // namespace focus_billing
