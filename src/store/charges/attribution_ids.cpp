#include "store/charges/attribution_ids.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "focus_billing/format/json_text.hpp"

namespace focus_billing {

namespace {

constexpr char separator = '\x1F';

constexpr const char* insert_attribution = R"sql(
INSERT OR FAIL INTO attribution (pi_email, project_id, fund_org, cost_center, account_code,
    reference_1, reference_2, end_date, reconciliation_end, origins)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
)sql";

void append_key(const AttributionTexts& attribution, std::string& key) {
    for (const auto* texts : {&attribution.values, &attribution.origins}) {
        for (const auto text : *texts) {
            key += text;
            key += separator;
        }
    }
}

}  // namespace

AttributionIds::AttributionIds(SQLite::Database& database)
    : m_insert(database, insert_attribution), m_ids([this](std::string_view) { return store(); }) {}

std::optional<std::int64_t> AttributionIds::id_of(const AttributionTexts& attribution) {
    m_key.clear();
    append_key(attribution, m_key);
    if (m_key.size() == 2 * attribute_count)
        return std::nullopt;
    m_attribution = &attribution;
    return m_ids.id_of(m_key);
}

std::int64_t AttributionIds::store() {
    for (const auto value : m_attribution->values)
        m_insert.bind_or_null(value);
    const std::string origins = origins_json(m_attribution->origins);
    m_insert.bind(origins);
    return m_insert.insert();
}

std::string attribution_key(const AttributionTexts& attribution) {
    std::string key;
    append_key(attribution, key);
    return key;
}

std::string origins_json(const AttributeTexts& origins) {
    std::string json = "{";
    for (std::size_t i = 0; i < attribute_count; ++i) {
        if (origins[i].empty())
            continue;
        if (json.size() > 1)
            json += ',';
        append_json_string(attribute_names[i], json);
        json += ':';
        append_json_string(origins[i], json);
    }
    return json + "}";
}

}  // namespace focus_billing
