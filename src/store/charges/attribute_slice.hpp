#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <map>
#include <mutex>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "focus_billing/store/charges/attribute_slice.hpp"
#include "focus_billing/store/database.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/charges/attribution_totals.hpp"
#include "store/charges/month_charges.hpp"
#include "store/charges/stored_attributions.hpp"

namespace focus_billing {

/// What a charge gets: flags, and an attribution with its texts one behind the other.
struct AttributionUpdate {
    std::int64_t charge = 0;
    FlagSet flags;
    bool ends_decision = false;
    std::string text;
    std::array<std::size_t, 2 * attribute_count> sizes{};
};

/// Where all parts of a month write what changes, one at a time, within the month's transaction.
class SharedUpdates {
public:
    /// `entry`: the number that the entry in the audit trail will have.
    SharedUpdates(const Transaction& transaction, std::int64_t entry);

    void write(std::span<const AttributionUpdate> updates);

private:
    void write(const AttributionUpdate& update);
    void end_decision(std::int64_t charge);

    std::mutex m_mutex;
    std::int64_t m_entry;
    AttributionIds m_ids;
    InsertStatement m_update;
    SQLite::Statement m_end;
    SQLite::Statement m_leave;
};

/// Reads the charges of a month from one number to another, and gathers what changes of them.
/// Throws SQLite::Exception.
class AttributeSlice::Run {
public:
    /// `updates`: nothing in a dry run.
    Run(Database database, BillingPeriod period, std::int64_t first, std::int64_t last,
        SharedUpdates* updates);

    [[nodiscard]] const Transaction& transaction() const { return m_transaction; }
    [[nodiscard]] bool next();
    [[nodiscard]] const AttributedCharge& charge() const { return m_charge; }
    [[nodiscard]] std::string tags(std::int64_t tag_set);
    void set(const Attribution& attribution, FlagSet flags);

    /// The last entry of the audit trail in the state that is read.
    [[nodiscard]] std::int64_t last_entry() const { return m_last_entry; }
    [[nodiscard]] const AttributionTally& tally() const { return m_tally; }

private:
    // Waiting for another thread costs more than writing one.
    static constexpr std::size_t updates_at_once = 1024;

    enum class Sameness : std::uint8_t { nothing, payer, all };
    struct PairHash {
        std::size_t operator()(const std::pair<std::uint64_t, std::int64_t>& pair) const {
            return std::hash<std::uint64_t>()(pair.first * 0x9E3779B97F4A7C15U +
                                              static_cast<std::uint64_t>(pair.second));
        }
    };
    using Compared = std::unordered_map<std::pair<std::uint64_t, std::int64_t>, Sameness, PairHash>;

    [[nodiscard]] bool is_linked(const MonthRow& row) const;
    void read(const MonthRow& row);
    void remember(const AttributionTexts& attribution, FlagSet flags, bool ends_decision);
    void write_remembered();
    [[nodiscard]] Sameness compare(const Attribution& attribution);
    [[nodiscard]] Sameness compare_texts(const Attribution& attribution);

    Database m_database;
    Transaction m_transaction;
    MonthCharges m_rows;
    StoredAttributions m_attributions;
    SQLite::Statement m_tags;
    SharedUpdates* m_updates;
    std::int64_t m_last_entry = 0;
    std::set<std::int64_t> m_reviews;  // imports by which a reviewer linked charges
    std::vector<std::int64_t> m_reversed;
    std::unordered_map<std::int64_t, std::string> m_sources;
    std::map<std::string_view, Compared> m_compared;  // by source
    AttributedCharge m_charge;
    AttributionTally m_tally;
    std::vector<AttributionUpdate> m_remembered;  // the first of them are not written yet
    std::size_t m_remembered_count = 0;
};

}  // namespace focus_billing
