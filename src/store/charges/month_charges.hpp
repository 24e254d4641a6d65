#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/format/charge_hash.hpp"
#include "focus_billing/model/period.hpp"

struct sqlite3_stmt;

namespace focus_billing {

class Transaction;

/// A charge as its row has it, with the texts that the row refers to. Views live until the next
/// row is read.
struct MonthRow {
    std::int64_t id = 0;
    std::int64_t import_id = 0;
    std::int64_t period = 0;  ///< that it is billed for, as a key
    std::int64_t flags = 0;
    std::optional<std::int64_t> start;
    std::optional<std::int64_t> start_nanoseconds;
    std::optional<std::int64_t> end;
    std::optional<std::int64_t> end_nanoseconds;
    std::optional<std::int64_t> billed_in;
    std::optional<std::int64_t> correction;
    std::optional<std::int64_t> corrects;
    std::optional<std::int64_t> part;
    std::optional<std::int64_t> attribution;
    std::optional<std::int64_t> tag_set;
    /// The decision that stands, its verdict and, if it reassigned the charge, the hash of the
    /// payer.
    std::optional<std::int64_t> decision;
    std::string verdict;
    ContentHash decided_payer_hash{};
    std::optional<std::int64_t> carried_into;
    /// Line, period, instants, every text but that of the tags, the hash of the tags, and as `hash`
    /// the stored one.
    StorableCharge charge;
    std::uint32_t null_texts = 0;  ///< bit n: the text n of the charge is NULL
    ContentHash fault_hash{};      ///< of what is wrong with the tags
    ContentHash payer_hash{};      ///< of the texts of the attribution
};

/// Reads the live charges of a month, those among them that were carried out of it, or all charges
/// that there are, in the order of their numbers. Needs a transaction of the caller. Memory does
/// not grow with the number of rows. Throws SQLite::Exception.
class MonthCharges {
public:
    MonthCharges(const Transaction& transaction, BillingPeriod period);
    /// Those of them with numbers from `first` to `last`, without any hashes.
    MonthCharges(const Transaction& transaction, BillingPeriod period, std::int64_t first,
                 std::int64_t last);
    /// The live charges that were carried into the month.
    [[nodiscard]] static MonthCharges carried_into(const Transaction& transaction,
                                                   BillingPeriod period);
    /// All charges, those that are superseded among them.
    explicit MonthCharges(const Transaction& transaction);
    MonthCharges(const MonthCharges&) = delete;
    MonthCharges& operator=(const MonthCharges&) = delete;
    ~MonthCharges();

    /// False if there is no other row.
    [[nodiscard]] bool next();
    [[nodiscard]] const MonthRow& row() const { return m_row; }

private:
    static constexpr std::size_t first_name = index_of(StoredText::charge_category);
    static constexpr std::size_t name_count = index_of(StoredText::tags) - first_name;
    static constexpr std::size_t longest_kept_text = 1024;

    // Each column remembers texts of its own, so that no text of a row pushes out another one.
    struct NameSlot {
        std::int64_t id = 0;
        std::string text;
    };
    struct NameColumn {
        std::vector<NameSlot> slots;
        std::string long_text;
    };
    struct TagsSlot {
        std::int64_t id = 0;
        ContentHash tags{};
        ContentHash fault{};
    };
    struct PayerSlot {
        std::int64_t id = 0;
        ContentHash hash{};
    };

    MonthCharges(const Transaction& transaction, const std::string& rows);
    MonthCharges(const Transaction& transaction, const std::string& rows, BillingPeriod period);

    sqlite3_stmt* prepare(const char* sql);
    [[nodiscard]] bool step(sqlite3_stmt* statement);
    [[nodiscard]] bool find(sqlite3_stmt* statement, std::int64_t id);
    void read_row();
    void read_texts();
    [[nodiscard]] std::string_view name(std::size_t column, std::int64_t id);
    void read_tags(std::optional<std::int64_t> id);
    [[nodiscard]] ContentHash payer_hash(std::optional<std::int64_t> id);
    void read_decision();

    const Transaction& m_transaction;
    std::vector<std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)>> m_statements;
    bool m_with_hashes = true;
    sqlite3_stmt* m_rows;
    sqlite3_stmt* m_name;
    sqlite3_stmt* m_tags;
    sqlite3_stmt* m_payer;
    sqlite3_stmt* m_decision;
    std::array<NameColumn, name_count> m_names;
    std::vector<TagsSlot> m_known_tags;
    std::vector<PayerSlot> m_known_payers;
    ChargeHasher m_hasher;
    MonthRow m_row;
};

}  // namespace focus_billing
