#pragma once

#include <string>
#include <string_view>

#include "focus_billing/format/charge_hash.hpp"
#include "focus_billing/input/tag_cache.hpp"
#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/charges/charge.hpp"
#include "focus_billing/model/charges/charge_batch.hpp"

namespace focus_billing {

/// Writes tags to `json` as a JSON object without blanks, its keys sorted by bytes. Sorts
/// `entries`.
void write_canonical_tags(std::vector<Tag>& entries, std::string& json);

/// Puts charges into their stored form. Use one for each thread.
class ChargeNormalizer {
public:
    ChargeNormalizer() : m_known(TagCache::slot_count), m_attributions(attribution_slot_count) {}

    /// Call before the first charge of each batch.
    void begin_batch();
    /// Adds `charge` to `batch`, with the hash of its content. All attributions must come from the
    /// same attributor.
    void add(const Charge& charge, const Attribution& attribution, FlagSet flags,
             ChargeBatch& batch);

private:
    /// Tags in canonical form; `batch` is the one that contains `kept`.
    struct CanonicalTags {
        std::uint64_t number = 0;
        std::string text;
        ContentHash hash{};
        std::uint64_t batch = 0;
        std::string_view kept;
    };
    /// An attribution contained in `batch`.
    struct KeptAttribution {
        std::uint64_t number = 0;
        std::uint64_t batch = 0;
        const AttributionTexts* texts = nullptr;
    };

    const CanonicalTags& canonical(const Tags& tags, ChargeBatch& batch);
    void write_text(const Tags& tags, std::string& text);
    [[nodiscard]] const AttributionTexts* keep(const Attribution& attribution, ChargeBatch& batch);
    [[nodiscard]] std::string_view keep_once(std::string_view text, ChargeBatch& batch);

    ChargeHasher m_hasher;
    std::vector<Tag> m_tags;
    std::uint64_t m_batch = 0;
    std::array<std::string_view, 1024> m_recent;  // texts in the batch, by their quick hash
    std::vector<CanonicalTags> m_known;           // by the tags' number
    CanonicalTags m_unknown;
    std::vector<KeptAttribution> m_attributions;  // by their number
};

}  // namespace focus_billing
