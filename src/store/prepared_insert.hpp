#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3_stmt;

namespace SQLite {
class Database;
}

namespace focus_billing {

/// The ids of what lies at a place in memory, as long as it lies there: a first and cheap look for
/// what repeats within a batch. `bits`: of the number of places that are remembered.
template <unsigned bits>
class PlaceIds {
public:
    /// 0 if it is not known.
    [[nodiscard]] std::int64_t id_at(const void* place) const {
        const Slot& slot = m_slots[slot_of(place)];
        return slot.place == place ? slot.id : 0;
    }
    void remember(const void* place, std::int64_t id) { m_slots[slot_of(place)] = {place, id}; }
    void forget_all() { m_slots.fill({}); }

private:
    struct Slot {
        const void* place = nullptr;
        std::int64_t id = 0;
    };
    static constexpr std::size_t slot_count = std::size_t{1} << bits;
    static std::size_t slot_of(const void* place) {
        return (std::bit_cast<std::uintptr_t>(place) * 0x9E3779B97F4A7C15U) >> (64U - bits);
    }

    std::array<Slot, slot_count> m_slots{};
};

/// The ids of texts that are stored once and referred to. Remembers a bounded number of them: a
/// text that was forgotten is stored a second time, which costs room and nothing else.
class TextIds {
public:
    using Store = std::function<std::int64_t(std::string_view text)>;

    explicit TextIds(Store store) : m_store(std::move(store)), m_recent(recent_count) {}

    /// The id of `text`, which is stored if it is not known.
    [[nodiscard]] std::int64_t id_of(std::string_view text);
    /// Makes a stored text known.
    void remember(std::string_view text, std::int64_t id);

    static constexpr std::size_t most_texts = 50'000;
    static constexpr std::size_t most_bytes = std::size_t{12} << 20U;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };

    // Found by a hash of a few bytes; most texts of a row were met a short while ago.
    struct Recent {
        const std::string* text = nullptr;
        std::int64_t id = 0;
    };
    static constexpr std::size_t recent_count = 8192;

    Store m_store;
    std::vector<Recent> m_recent;
    std::unordered_map<std::string, std::int64_t, Hash, std::equal_to<>> m_ids;
    std::size_t m_bytes = 0;
};

/// A prepared INSERT whose texts are bound where they lie, without a copy, which SQLiteCpp does
/// not offer for views. Texts must live until `insert`. Throws SQLite::Exception.
class InsertStatement {
public:
    InsertStatement(SQLite::Database& database, const char* sql);
    InsertStatement(const InsertStatement&) = delete;
    InsertStatement& operator=(const InsertStatement&) = delete;
    ~InsertStatement();

    /// Parameters are bound in turn, from the first one on.
    void bind(std::int64_t number);
    void bind_null();
    void bind(std::string_view text);
    /// Null if the text is empty.
    void bind_or_null(std::string_view text);
    void bind_blob(const void* bytes, std::size_t size);

    /// Inserts the row, returns its rowid, and begins with the first parameter again.
    std::int64_t insert();

private:
    // What is bound to a parameter stays so from row to row, and a number or null that repeats
    // need not be bound again.
    struct Bound {
        bool is_known = false;
        std::optional<std::int64_t> number;
    };

    void check(int result) const;
    [[nodiscard]] bool is_bound(std::optional<std::int64_t> number);

    SQLite::Database& m_database;
    sqlite3_stmt* m_statement = nullptr;
    int m_parameter = 0;
    std::vector<Bound> m_bound;
};

}  // namespace focus_billing
