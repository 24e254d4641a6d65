#include "focus_billing/store/stored_attributions.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <unordered_map>

namespace focus_billing {

namespace {

constexpr std::size_t most_remembered = 50'000;

std::string select_texts() {
    std::string columns;
    std::string origins;
    for (const auto name : attribute_names) {
        columns.append(columns.empty() ? "SELECT " : ", ").append(name);
        origins.append(", json_extract(origins, '$.").append(name).append("')");
    }
    return columns.append(origins).append(" FROM attribution WHERE id = ?");
}

}  // namespace

class StoredAttributions::Known {
public:
    explicit Known(SQLite::Database& database) : m_query(database, select_texts()) {}

    const AttributionTexts& texts(std::optional<std::int64_t> id) {
        if (!id)
            return m_none;
        if (m_known.size() > most_remembered)
            m_known.clear();
        auto [known, is_new] = m_known.try_emplace(*id);
        if (is_new)
            read(*id, known->second);
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
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            const auto text = m_query.getColumn(static_cast<int>(i)).getString();
            sizes[i] = text.size();
            entry.text += text;
        }
        std::string_view rest = entry.text;
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            auto& texts = i < attribute_count ? entry.texts.values : entry.texts.origins;
            texts[i % attribute_count] = rest.substr(0, sizes[i]);
            rest.remove_prefix(sizes[i]);
        }
    }

    SQLite::Statement m_query;
    AttributionTexts m_none;
    std::unordered_map<std::int64_t, Entry> m_known;
};

StoredAttributions::StoredAttributions(SQLite::Database& database)
    : m_known(std::make_unique<Known>(database)) {}

StoredAttributions::~StoredAttributions() = default;

const AttributionTexts& StoredAttributions::texts(std::optional<std::int64_t> id) {
    return m_known->texts(id);
}

}  // namespace focus_billing
