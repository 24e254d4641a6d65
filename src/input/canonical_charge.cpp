#include "focus_billing/input/canonical_charge.hpp"

#include <algorithm>
#include <cstring>

namespace focus_billing {

namespace {

void append_json(std::string_view text, std::string& json) {
    static constexpr std::string_view digits = "0123456789abcdef";
    json += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (byte < 0x20) {
            json += "\\u00";
            json += digits[byte >> 4U];
            json += digits[byte & 0xFU];
        } else {
            json += c;
        }
    }
    json += '"';
}

void append_value(const Tag& tag, std::string& json) {
    if (tag.is_string) {
        append_json(tag.value, json);
    } else {
        json += tag.value.empty() ? "null" : tag.value;
    }
}

void append_integer(std::int64_t number, std::string& content) {
    char bytes[8];
    std::memcpy(bytes, &number, sizeof bytes);
    content.append(bytes, sizeof bytes);
}

void append_instant(const std::optional<Instant>& instant, std::string& content) {
    content += instant ? '1' : '0';
    append_integer(instant ? instant->seconds : 0, content);
    append_integer(instant ? instant->nanoseconds : 0, content);
}

std::string_view keep_decimal(const std::optional<Decimal>& value, ChargeBatch& batch) {
    return value ? batch.keep(value->text()) : std::string_view{};
}

}  // namespace

std::string canonical_tags(const Tags& tags) {
    std::vector<Tag> sorted = tags.entries;
    std::ranges::sort(sorted, {}, &Tag::key);
    std::string json = "{";
    for (const auto& tag : sorted) {
        if (json.size() > 1)
            json += ',';
        append_json(tag.key, json);
        json += ':';
        append_value(tag, json);
    }
    return json + "}";
}

void ChargeCanonizer::add(const Charge& charge, FlagSet flags, ChargeBatch& batch) {
    StorableCharge stored;
    stored.line = charge.line;
    stored.billing_period = charge.billing_period;
    stored.charge_period_start = charge.charge_period_start;
    stored.charge_period_end = charge.charge_period_end;
    stored.flags = flags;
    const Tags& tags = charge.tags;
    stored.texts = {batch.keep(charge.billed_cost.text()),
                    keep_decimal(charge.list_cost, batch),
                    keep_decimal(charge.contracted_cost, batch),
                    keep_decimal(charge.effective_cost, batch),
                    keep_decimal(charge.consumed_quantity, batch),
                    batch.keep(charge.billing_currency),
                    batch.keep(charge.resource_id),
                    batch.keep(charge.resource_name),
                    batch.keep(charge.charge_category),
                    batch.keep(charge.charge_class),
                    batch.keep(charge.charge_description),
                    batch.keep(charge.service_name),
                    batch.keep(charge.service_category),
                    batch.keep(charge.region_id),
                    batch.keep(charge.sku_id),
                    batch.keep(charge.sub_account_id),
                    batch.keep(charge.sub_account_name),
                    batch.keep(charge.provider_name),
                    batch.keep(charge.invoice_id),
                    batch.keep(charge.consumed_unit),
                    batch.keep(tags.fault.empty() ? canonical_tags(tags) : tags.raw)};
    stored.tags_fault = batch.keep(tags.fault);
    for (std::size_t i = 0; i < attribute_count; ++i) {
        stored.attributes[i] = batch.keep(tags.attributes[i]);
    }
    stored.hash = hash(stored);
    batch.add(stored);
}

RowHash ChargeCanonizer::hash(const StorableCharge& charge) {
    m_content.clear();
    append_integer(charge.billing_period.key(), m_content);
    append_instant(charge.charge_period_start, m_content);
    append_instant(charge.charge_period_end, m_content);
    for (const auto text : charge.texts) {
        append_integer(static_cast<std::int64_t>(text.size()), m_content);
        m_content += text;
    }
    m_hasher.update(m_content);
    const Sha256 whole = m_hasher.finish();
    RowHash hash{};
    std::copy_n(whole.begin(), hash.size(), hash.begin());
    return hash;
}

}  // namespace focus_billing
