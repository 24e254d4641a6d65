#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/charges/flag.hpp"
#include "focus_billing/model/hashes.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// The stored texts of a charge, including amounts as canonical decimals. Null is empty.
enum class StoredText : std::uint8_t {
    billed_cost,
    list_cost,
    contracted_cost,
    effective_cost,
    consumed_quantity,
    billing_currency,
    resource_id,
    resource_name,
    charge_category,  // from here on, texts that repeat from row to row
    charge_class,
    charge_description,
    service_name,
    service_category,
    region_id,
    sku_id,
    sub_account_id,
    sub_account_name,
    provider_name,
    invoice_id,
    consumed_unit,
    tags,  ///< canonical JSON with sorted keys; the raw text if it is not valid
};

inline constexpr std::size_t stored_text_count = 21;

[[nodiscard]] constexpr std::size_t index_of(StoredText text) {
    return static_cast<std::size_t>(text);
}

/// A charge in its stored form: every value is canonical, so that equal rows have equal content
/// however they were written. Everything is valid as long as the batch. Texts that repeat from row
/// to row often, but not always, have the same address.
struct StorableCharge {
    std::uint64_t line = 0;
    BillingPeriod billing_period;
    std::optional<Instant> charge_period_start;
    std::optional<Instant> charge_period_end;
    FlagSet flags;
    ContentHash hash{};       ///< of the row's content
    ContentHash tags_hash{};  ///< of the text of the tags
    std::array<std::string_view, stored_text_count> texts{};
    std::string_view tags_fault;
    const AttributionTexts* attribution = nullptr;  ///< never null in a batch
};

/// The charges of one block of a file, and all text that they refer to.
class ChargeBatch {
public:
    [[nodiscard]] const std::vector<StorableCharge>& charges() const { return m_charges; }
    void add(const StorableCharge& charge) { m_charges.push_back(charge); }

    /// Copies a text into the batch.
    [[nodiscard]] std::string_view keep(std::string_view text);
    [[nodiscard]] const AttributionTexts* keep(const Attribution& attribution);

private:
    static constexpr std::size_t chunk_size = std::size_t{64} << 10U;

    std::vector<StorableCharge> m_charges;
    std::deque<AttributionTexts> m_attributions;  // a deque, since pointers into it must stay
    std::vector<std::unique_ptr<char[]>> m_chunks;
    char* m_free = nullptr;
    std::size_t m_room = 0;
};

}  // namespace focus_billing
