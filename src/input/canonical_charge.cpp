#include "focus_billing/input/canonical_charge.hpp"

#include <algorithm>

#include "focus_billing/format/json.hpp"
#include "focus_billing/model/hashes.hpp"

namespace focus_billing {

namespace {

void append_value(const Tag& tag, std::string& json) {
    if (tag.is_string) {
        append_json_string(tag.value, json);
    } else {
        json += tag.value.empty() ? "null" : tag.value;
    }
}

std::string_view keep_decimal(const Decimal& value, ChargeBatch& batch) {
    Decimal::TextBuffer buffer;
    return batch.keep(value.text(buffer));
}

std::string_view keep_decimal(const std::optional<Decimal>& value, ChargeBatch& batch) {
    return value ? keep_decimal(*value, batch) : std::string_view{};
}

}  // namespace

void write_canonical_tags(std::vector<Tag>& entries, std::string& json) {
    std::ranges::sort(entries, {}, &Tag::key);
    json = "{";
    for (const auto& tag : entries) {
        if (json.size() > 1)
            json += ',';
        append_json_string(tag.key, json);
        json += ':';
        append_value(tag, json);
    }
    json += '}';
}

void ChargeNormalizer::begin_batch() {
    ++m_batch;
    m_recent = {};
}

void ChargeNormalizer::write_text(const Tags& tags, std::string& text) {
    if (!tags.fault.empty()) {
        text = tags.raw;
        return;
    }
    m_tags = tags.entries;
    write_canonical_tags(m_tags, text);
}

const ChargeNormalizer::CanonicalTags& ChargeNormalizer::canonical(const Tags& tags,
                                                                   ChargeBatch& batch) {
    CanonicalTags& result = tags.number == 0 ? m_unknown : m_known[tags.number % m_known.size()];
    const bool is_new = tags.number == 0 || result.number != tags.number;
    if (is_new) {
        result.number = tags.number;
        write_text(tags, result.text);
        result.hash = m_hasher.tags_hash(result.text);
    }
    if (is_new || result.batch != m_batch) {
        result.batch = m_batch;
        result.kept = batch.keep(result.text);
    }
    return result;
}

std::string_view ChargeNormalizer::keep_once(std::string_view text, ChargeBatch& batch) {
    std::string_view& recent = m_recent[(quick_hash(text) >> 40U) % m_recent.size()];
    if (recent != text)
        recent = batch.keep(text);
    return recent;
}

const AttributionTexts* ChargeNormalizer::keep(const Attribution& attribution, ChargeBatch& batch) {
    if (attribution.number == 0)
        return batch.keep(attribution);
    KeptAttribution& kept = m_attributions[attribution.number % m_attributions.size()];
    if (kept.number != attribution.number || kept.batch != m_batch)
        kept = {attribution.number, m_batch, batch.keep(attribution)};
    return kept.texts;
}

void ChargeNormalizer::add(const Charge& charge, const Attribution& attribution, FlagSet flags,
                           ChargeBatch& batch) {
    const CanonicalTags& tags = canonical(*charge.tags, batch);
    StorableCharge stored;
    stored.line = charge.line;
    stored.billing_period = charge.billing_period;
    stored.charge_period_start = charge.charge_period_start;
    stored.charge_period_end = charge.charge_period_end;
    stored.flags = flags;
    stored.texts = {keep_decimal(charge.billed_cost, batch),
                    keep_decimal(charge.list_cost, batch),
                    keep_decimal(charge.contracted_cost, batch),
                    keep_decimal(charge.effective_cost, batch),
                    keep_decimal(charge.consumed_quantity, batch),
                    keep_once(charge.billing_currency, batch),
                    batch.keep(charge.resource_id),
                    batch.keep(charge.resource_name),
                    keep_once(charge.charge_category, batch),
                    keep_once(charge.charge_class, batch),
                    keep_once(charge.charge_description, batch),
                    keep_once(charge.service_name, batch),
                    keep_once(charge.service_category, batch),
                    keep_once(charge.region_id, batch),
                    keep_once(charge.sku_id, batch),
                    keep_once(charge.sub_account_id, batch),
                    keep_once(charge.sub_account_name, batch),
                    keep_once(charge.provider_name, batch),
                    keep_once(charge.invoice_id, batch),
                    keep_once(charge.consumed_unit, batch),
                    tags.kept};
    stored.tags_fault = batch.keep(charge.tags->fault);
    stored.attribution = keep(attribution, batch);
    stored.tags_hash = tags.hash;
    stored.hash = m_hasher.hash(stored);
    batch.add(stored);
}

}  // namespace focus_billing
