#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "focus_billing/model/charges/attribution.hpp"
#include "store/prepared_insert.hpp"

namespace focus_billing {

class Transaction;

/// Stores attributions, each once as far as they are remembered. Throws SQLite::Exception.
class AttributionIds {
public:
    explicit AttributionIds(const Transaction& transaction);

    /// The id of an attribution; nothing if it says nothing.
    [[nodiscard]] std::optional<std::int64_t> id_of(const AttributionTexts& attribution);

private:
    std::int64_t store();

    InsertStatement m_insert;
    TextIds m_ids;
    std::string m_key;
    const AttributionTexts* m_attribution = nullptr;
};

/// Values and origins as one text: equal for equal ones alone.
[[nodiscard]] std::string attribution_key(const AttributionTexts& attribution);

/// The origins as the JSON object that is stored.
[[nodiscard]] std::string origins_json(const AttributeTexts& origins);

/// Reads stored attributions by their ids; remembers a bounded number. Throws SQLite::Exception.
class StoredAttributions {
public:
    explicit StoredAttributions(const Transaction& transaction);
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
