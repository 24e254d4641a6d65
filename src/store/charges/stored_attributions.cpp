#include "store/charges/stored_attributions.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <unordered_map>

#include "focus_billing/format/json.hpp"
#include "focus_billing/store/transaction.hpp"

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

constexpr std::size_t most_remembered = 50'000;
constexpr std::size_t most_bytes = std::size_t{12} << 20U;

constexpr const char* select_texts =
    "SELECT pi_email, project_id, fund_org, cost_center, account_code, reference_1, reference_2,"
    " end_date, reconciliation_end, origins FROM attribution WHERE id = ?";

}  // namespace

AttributionIds::AttributionIds(const Transaction& transaction)
    : m_insert(transaction.handle(), insert_attribution),
      m_ids([this](std::string_view) { return store(); }) {}

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

class StoredAttributions::Known {
public:
    explicit Known(const Transaction& transaction) : m_query(transaction.handle(), select_texts) {}

    const AttributionTexts& texts(std::optional<std::int64_t> id) {
        if (!id)
            return m_none;
        if (m_known.size() > most_remembered || m_bytes > most_bytes) {
            m_known.clear();
            m_bytes = 0;
        }
        auto [known, is_new] = m_known.try_emplace(*id);
        if (is_new) {
            read(*id, known->second);
            m_bytes += known->second.text.size();
        }
        return known->second.texts;
    }

private:
    struct Entry {
        std::string text;  // of all, one behind the other
        AttributionTexts texts;
    };

    void read(std::int64_t id, Entry& entry) {
        m_query.reset();
        m_query.bind(1, id);
        if (!m_query.executeStep())
            return;
        std::array<std::size_t, 2 * attribute_count> sizes{};
        for (std::size_t i = 0; i < attribute_count; ++i)
            add(m_query.getColumn(static_cast<int>(i)).getString(), entry.text, sizes[i]);
        read_origins(m_query.getColumn(static_cast<int>(attribute_count)).getString(), entry.text,
                     sizes);
        std::string_view rest = entry.text;
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            auto& texts = i < attribute_count ? entry.texts.values : entry.texts.origins;
            texts[i % attribute_count] = rest.substr(0, sizes[i]);
            rest.remove_prefix(sizes[i]);
        }
    }

    static void add(std::string_view text, std::string& all, std::size_t& size) {
        all += text;
        size = text.size();
    }

    // They stand in the order of the attributes, as origins_json wrote them.
    static void read_origins(const std::string& json, std::string& all,
                             std::array<std::size_t, 2 * attribute_count>& sizes) {
        if (json.empty())
            return;
        std::size_t attribute = 0;
        static_cast<void>(read_json(json, [&](JsonToken token, std::string_view text) {
            if (token == JsonToken::key) {
                while (attribute < attribute_count && attribute_names[attribute] != text)
                    ++attribute;
            } else if (token == JsonToken::string && attribute < attribute_count) {
                add(text, all, sizes[attribute_count + attribute]);
            }
            return true;
        }));
    }

    SQLite::Statement m_query;
    AttributionTexts m_none;
    std::unordered_map<std::int64_t, Entry> m_known;
    std::size_t m_bytes = 0;  // of its texts
};

StoredAttributions::StoredAttributions(const Transaction& transaction)
    : m_known(std::make_unique<Known>(transaction)) {}

StoredAttributions::~StoredAttributions() = default;

const AttributionTexts& StoredAttributions::texts(std::optional<std::int64_t> id) {
    return m_known->texts(id);
}

}  // namespace focus_billing
