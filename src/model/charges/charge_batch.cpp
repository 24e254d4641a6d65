#include "focus_billing/model/charges/charge_batch.hpp"

#include <algorithm>

namespace focus_billing {

std::string_view ChargeBatch::keep(std::string_view text) {
    if (text.empty())
        return {};
    if (text.size() > m_room) {
        m_room = std::max(chunk_size, text.size());
        m_chunks.push_back(std::unique_ptr<char[]>(new char[m_room]));
        m_free = m_chunks.back().get();
    }
    char* begin = m_free;
    std::ranges::copy(text, begin);
    m_free += text.size();
    m_room -= text.size();
    return {begin, text.size()};
}

const AttributionTexts* ChargeBatch::keep(const Attribution& attribution) {
    AttributionTexts& kept = m_attributions.emplace_back();
    for (std::size_t i = 0; i < attribute_count; ++i) {
        kept.values[i] = keep(attribution.values[i]);
        kept.origins[i] = keep(attribution.origins[i]);
    }
    return &kept;
}

}  // namespace focus_billing
