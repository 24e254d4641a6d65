#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <string_view>
#include <vector>

#include "focus_billing/model/charges/storable_charge.hpp"

namespace focus_billing {

/// Charges of one block of a file, with all the text that they refer to.
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
