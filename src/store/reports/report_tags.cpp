#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <array>
#include <set>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/store/reports/report_spend.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/reports/report_rows.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t most_remembered = 100'000;

// Where a value comes from, by the beginning of its origin.
enum class Origin : std::uint8_t { tag, rule, directory, source_default, decision, missing };
constexpr std::array<const char*, 6> origin_names = {"tag",     "rule",     "directory",
                                                     "default", "decision", "missing"};

Origin origin_of(std::string_view origin, bool has_value) {
    if (!has_value)
        return Origin::missing;
    if (origin.starts_with("rule "))
        return Origin::rule;
    if (origin.starts_with("project "))
        return Origin::directory;
    if (origin.starts_with("default "))
        return Origin::source_default;
    return origin.starts_with("decision") ? Origin::decision : Origin::tag;
}

using SourceKey = std::tuple<std::string, std::string, std::string>;  // source, key, currency
using Origins = std::array<Origin, attribute_count>;

class TagReport {
public:
    explicit TagReport(const Transaction& transaction)
        : m_transaction(transaction), m_names(transaction),
          m_keys_of(transaction.handle(),
                    "SELECT key FROM tag_set, json_each(tag_set.tags)"
                    " WHERE tag_set.id = ? AND fault IS NULL AND trim(ifnull(value, ''))"
                    " <> ''"),
          m_origins_of(transaction.handle(), origins_sql()) {}

    std::vector<ReportTable> run(const ReportMonths& months) {
        for_each_report_row(m_transaction, months, true, [&](const ReportRow& row) { add(row); });
        return {attributes_table(), keys_table()};
    }

private:
    struct Coverage {
        std::array<CountAndCost, origin_names.size()> by_origin;
    };

    // Without these nobody can be billed, or no statement be made.
    static bool is_needed(const std::string& attribute) {
        return attribute == "pi_email" || attribute == "project_id" || attribute == "fund_org";
    }

    // Of charges, to a tenth.
    static std::string percent(std::int64_t part, std::int64_t all) {
        const auto tenths = (2000 * part + all) / (2 * all);
        return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
    }

    static const std::vector<std::string>& names_of_attributes() {
        static const std::vector<std::string> names(attribute_names.begin(), attribute_names.end());
        return names;
    }

    static std::string origins_sql() {
        std::string sql = "SELECT ";
        for (const auto name : attribute_names) {
            sql.append(sql.size() > 7 ? ", " : "").append(name);
            sql.append(" IS NOT NULL, json_extract(origins, '$.").append(name).append("')");
        }
        return sql.append(" FROM attribution WHERE id = ?");
    }

    void add(const ReportRow& row) {
        if (row.is_rejected)
            return;
        const auto& source = m_names.source(row.import_id);
        m_all[{source, row.currency}].add(row.cost);
        const auto& origins = origins_of(row.payer);
        for (std::size_t i = 0; i < attribute_count; ++i) {
            if (origins[i] != Origin::missing)
                m_used.insert(names_of_attributes()[i]);
            m_attributes[{source, names_of_attributes()[i], row.currency}]
                .by_origin[static_cast<std::size_t>(origins[i])]
                .add(row.cost);
        }
        if (row.tag_set != m_tag_set)
            read_keys(row.tag_set);
        for (const auto& key : m_tag_keys)
            m_keys[{source, key, row.currency}].add(row.cost);
    }

    // Charges come in the order of their tags.
    void read_keys(std::int64_t tag_set) {
        m_tag_set = tag_set;
        m_tag_keys.clear();
        m_keys_of.reset();
        m_keys_of.bind(1, tag_set);
        while (m_keys_of.executeStep())
            m_tag_keys.push_back(m_keys_of.getColumn(0).getString());
    }

    const Origins& origins_of(std::int64_t payer) {
        if (m_origins.size() > most_remembered)
            m_origins.clear();
        auto [found, is_new] = m_origins.try_emplace(payer);
        if (!is_new)
            return found->second;
        found->second.fill(Origin::missing);
        m_origins_of.reset();
        m_origins_of.bind(1, payer);
        if (payer == 0 || !m_origins_of.executeStep())
            return found->second;
        for (std::size_t i = 0; i < attribute_count; ++i) {
            const auto column = static_cast<int>(2 * i);
            found->second[i] = origin_of(m_origins_of.getColumn(column + 1).getString(),
                                         m_origins_of.getColumn(column).getInt() != 0);
        }
        return found->second;
    }

    [[nodiscard]] ReportTable attributes_table() const {
        ReportTable table{.name = "attributes",
                          .title = "where values come from",
                          .columns = {{"source"},
                                      {"attribute"},
                                      {"origin"},
                                      {"charges", true},
                                      {"percent", true},
                                      {"cost", true},
                                      {"currency"}},
                          .rows = {}};
        for (const auto& [place, coverage] : m_attributes) {
            const auto& [source, attribute, currency] = place;
            const auto all = m_all.at({source, currency}).count;
            const auto& missing = coverage.by_origin[static_cast<std::size_t>(Origin::missing)];
            if (missing.count == all && !m_used.contains(attribute) && !is_needed(attribute))
                continue;
            for (std::size_t i = 0; i < origin_names.size(); ++i) {
                const auto& sum = coverage.by_origin[i];
                if (sum.count > 0)
                    table.rows.push_back({source, attribute, origin_names[i],
                                          std::to_string(sum.count), percent(sum.count, all),
                                          sum.cost.text(), currency});
            }
        }
        return table;
    }

    [[nodiscard]] ReportTable keys_table() const {
        ReportTable table{.name = "keys",
                          .title = "keys of tags",
                          .columns = {{"source"},
                                      {"key"},
                                      {"currency"},
                                      {"charges", true},
                                      {"percent", true},
                                      {"cost", true},
                                      {"charges_without", true},
                                      {"cost_without", true}},
                          .rows = {}};
        std::vector<const std::pair<const SourceKey, CountAndCost>*> order;
        for (const auto& entry : m_keys)
            order.push_back(&entry);
        std::ranges::stable_sort(order, [](const auto* a, const auto* b) {
            if (std::get<0>(a->first) != std::get<0>(b->first))
                return std::get<0>(a->first) < std::get<0>(b->first);
            return is_larger(a->second.cost, b->second.cost);
        });
        for (const auto* entry : order) {
            const auto& [source, key, currency] = entry->first;
            const auto& all = m_all.at({source, currency});
            table.rows.push_back({source, key, currency, std::to_string(entry->second.count),
                                  percent(entry->second.count, all.count),
                                  entry->second.cost.text(),
                                  std::to_string(all.count - entry->second.count),
                                  all.cost.difference(entry->second.cost).text()});
        }
        return table;
    }

    const Transaction& m_transaction;
    ReportNames m_names;
    SQLite::Statement m_keys_of;
    SQLite::Statement m_origins_of;
    std::int64_t m_tag_set = -1;
    std::vector<std::string> m_tag_keys;
    std::map<std::int64_t, Origins> m_origins;
    std::map<SourceKey, Coverage> m_attributes;
    std::set<std::string> m_used;  // attributes that some charge has
    std::map<SourceKey, CountAndCost> m_keys;
    std::map<std::pair<std::string, std::string>, CountAndCost> m_all;
};

}  // namespace

std::vector<ReportTable> report_tags(const Transaction& transaction, const ReportMonths& months) {
    return transaction.run([&] { return TagReport(transaction).run(months); });
}

}  // namespace focus_billing
