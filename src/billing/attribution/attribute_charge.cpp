#include "focus_billing/billing/attribution/attribute_charge.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "billing/attribution/match_rules.hpp"
#include "billing/attribution/payer_finder.hpp"

namespace focus_billing {

namespace {

constexpr std::uint64_t number_of_no_tags = 1;
constexpr unsigned plain_variant_shift = 60;

// Tags that were found to be equal have a number; that of no tags is below all others.
std::uint64_t number_of(const Tags& tags) {
    return tags.entries.empty() && tags.fault.empty() ? number_of_no_tags : tags.number;
}

bool intersects(RuleBitsView a, RuleBitsView b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
        if ((a[i] & b[i]) != 0)
            return true;
    }
    return false;
}

// An attribution with all its texts.
struct KeptAttribution {
    std::uint64_t tags = 0;
    std::uint64_t time = 0;
    RuleBits rules;
    Attribution attribution;
    std::string texts;
};

void keep_texts(const Attribution& found, KeptAttribution& kept) {
    kept.attribution = found;
    kept.texts.clear();
    for (const auto* texts : {&found.values, &found.origins}) {
        for (const auto text : *texts)
            kept.texts += text;
    }
    std::size_t at = 0;
    for (auto* texts : {&kept.attribution.values, &kept.attribution.origins}) {
        for (auto& text : *texts) {
            text = std::string_view(kept.texts).substr(at, text.size());
            at += text.size();
        }
    }
}

}  // namespace

class ChargeAttributor::Memo {
public:
    Memo(const AttributionBasis& basis, std::string_view source)
        : m_basis(basis), m_rules(basis.matcher(), source), m_payers(basis, source),
          m_is_plain(basis.is_plain()) {
        if (!m_is_plain)
            m_slots.resize(attribution_slot_count);
    }

    const Attribution& attribute(const Charge& charge) {
        const ChargeTime time = charge_time(charge);
        if (has_tag_dates(charge.tags->attributes)) {
            m_dates = check_tag_dates(charge.tags->attributes, time);
        } else if (!m_dates.flags.empty()) {
            m_dates = {};
        }
        if (m_is_plain)
            return attribute_plainly(charge, time);
        const RuleBitsView rules =
            m_basis.rules().empty() ? RuleBitsView{} : m_rules.find(charge, time.start);
        const std::uint64_t tags = number_of(*charge.tags);
        if (tags == 0 || !m_dates.fault.empty() || intersects(rules, m_basis.rules_with_groups()))
            return m_payers.find(charge, time, m_dates, rules);
        const std::uint64_t key = (m_basis.directory().class_of(time) << 2U) | date_variant();
        return remembered(charge, time, rules, tags, key);
    }

private:
    [[nodiscard]] std::uint64_t date_variant() const {
        return (m_dates.flags.has(Flag::project_ended) ? 1U : 0U) |
               (m_dates.flags.has(Flag::project_closed) ? 2U : 0U);
    }

    const Attribution& attribute_plainly(const Charge& charge, const ChargeTime& time) {
        Attribution& found = m_payers.find(charge, time, m_dates, {});
        const std::uint64_t number = number_of(*charge.tags);
        if (number != 0 && m_dates.fault.empty())
            found.number = number | (date_variant() << plain_variant_shift);
        return found;
    }

    const Attribution& remembered(const Charge& charge, const ChargeTime& time, RuleBitsView rules,
                                  std::uint64_t tags, std::uint64_t key) {
        const std::size_t place = place_of(rules, tags, key);
        auto& slot = m_slots[place];
        if (slot == nullptr)
            slot = std::make_unique<KeptAttribution>();
        if (slot->tags != tags || slot->time != key || !std::ranges::equal(slot->rules, rules)) {
            slot->tags = tags;
            slot->time = key;
            slot->rules.assign(rules.begin(), rules.end());
            keep_texts(m_payers.find(charge, time, m_dates, rules), *slot);
            slot->attribution.number = ++m_filled * attribution_slot_count + place;
        }
        return slot->attribution;
    }

    [[nodiscard]] static std::size_t place_of(RuleBitsView rules, std::uint64_t tags,
                                              std::uint64_t key) {
        std::uint64_t mixed = tags;
        const auto mix = [&](std::uint64_t word) {
            mixed = (mixed ^ word) * 0x9E3779B97F4A7C15U;
            mixed ^= mixed >> 29U;
        };
        mix(key);
        for (const std::uint64_t word : rules)
            mix(word);
        return (mixed * 0x94D049BB133111EBU >> 40U) % attribution_slot_count;
    }

    const AttributionBasis& m_basis;
    RuleFinder m_rules;
    PayerFinder m_payers;
    bool m_is_plain;
    TagDates m_dates;
    std::vector<std::unique_ptr<KeptAttribution>> m_slots;
    std::uint64_t m_filled = 0;
};

Attributor::Attributor(const Config& config, Directory directory)
    : m_basis(std::make_unique<const AttributionBasis>(config, std::move(directory))) {}

Attributor::~Attributor() = default;

bool Attributor::is_plain() const {
    return m_basis->is_plain();
}

ChargeAttributor::ChargeAttributor(const Attributor& attributor, std::string_view source)
    : m_memo(std::make_unique<Memo>(attributor.basis(), source)) {}

ChargeAttributor::~ChargeAttributor() = default;
ChargeAttributor::ChargeAttributor(ChargeAttributor&&) noexcept = default;

const Attribution& ChargeAttributor::attribute(const Charge& charge) {
    return m_memo->attribute(charge);
}

}  // namespace focus_billing
