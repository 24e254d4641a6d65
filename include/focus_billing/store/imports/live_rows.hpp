#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "focus_billing/model/hashes.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

class Transaction;

/// The contents of stored charges as a multiset, to be compared with the rows of a file: two equal
/// rows are two charges. Takes 28 bytes a charge.
class LiveRows {
public:
    void reserve(std::size_t charges) { m_rows.reserve(charges); }
    void add(std::int64_t charge, const ContentHash& hash) {
        m_rows.push_back({key_of(hash), charge});
    }
    /// To be called once, after the last `add` and before the first `take`.
    void prepare();

    /// Takes out a charge of this content, the one with the lowest id; nothing if there is none.
    std::optional<std::int64_t> take(const ContentHash& hash);
    /// The charges of one content, in the order of their ids; the first `taken` of them were taken
    /// out.
    struct Group {
        std::vector<std::int64_t> charges;
        std::size_t taken = 0;
    };
    [[nodiscard]] Group group(const ContentHash& hash) const;
    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] bool empty() const { return m_rows.empty(); }
    /// Calls `action` for each charge that was not taken out, in the order of their ids.
    void for_each_left(const std::function<void(std::int64_t charge)>& action) const;

private:
    // The bytes of a hash as two numbers: any order of them will do.
    using Key = std::pair<std::uint64_t, std::uint64_t>;
    struct Row {
        Key key;
        std::int64_t charge;
    };
    static constexpr unsigned prefix_bits = 18;

    [[nodiscard]] static Key key_of(const ContentHash& hash) {
        const auto words = std::bit_cast<std::array<std::uint64_t, 2>>(hash);
        return {words[0], words[1]};
    }
    [[nodiscard]] static std::size_t prefix_of(const Key& key) {
        return key.first >> (64U - prefix_bits);
    }

    // The place of the first row of this content, or of where it would be.
    [[nodiscard]] std::size_t find(const Key& key) const;

    std::vector<Row> m_rows;             // by key, then by id
    std::vector<std::uint32_t> m_taken;  // of the rows that are equal to this one and begin here
    std::vector<std::uint32_t> m_first;  // the first row whose key begins with these bits
};

/// Reads the charges of a billing period that belong to `imports`: those that were stored by them,
/// or by imports whose place they took, and that were neither superseded nor reversed.
/// Throws SQLite::Exception.
[[nodiscard]] LiveRows load_live_rows(const Transaction& transaction, BillingPeriod period,
                                      const std::vector<std::int64_t>& imports);

}  // namespace focus_billing
