#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "focus_billing/model/charges/attribution.hpp"

namespace SQLite {
class Database;
}

namespace focus_billing {

/// Reads stored attributions by their ids; remembers a bounded number. Throws SQLite::Exception.
class StoredAttributions {
public:
    explicit StoredAttributions(SQLite::Database& database);
    ~StoredAttributions();
    StoredAttributions(const StoredAttributions&) = delete;
    StoredAttributions& operator=(const StoredAttributions&) = delete;

    /// The views live until the next call. Without an id, or if there is none of it, all is empty.
    [[nodiscard]] const AttributionTexts& texts(std::optional<std::int64_t> id);

private:
    class Known;
    std::unique_ptr<Known> m_known;
};

}  // namespace focus_billing
