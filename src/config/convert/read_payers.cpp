#include "focus_billing/config/convert/read_payers.hpp"

#include <array>
#include <map>

#include <fmt/format.h>

#include "config/convert/read_prices.hpp"
#include "config/directory_table.hpp"
#include "config/yaml/parse_yaml.hpp"

namespace focus_billing {

namespace {

using namespace std::string_view_literals;

constexpr std::array table_columns = {"name"sv,        "start"sv,        "end"sv,
                                      "pi_email"sv,    "project_id"sv,   "fund_org"sv,
                                      "cost_center"sv, "account_code"sv, "reference_1"sv,
                                      "reference_2"sv, "end_date"sv,     "reconciliation_end"sv};

void add_tag(PayerEntry& entry, std::size_t attribute, std::string value,
             const TagMapping& mapping) {
    if (value.empty())
        return;
    const auto& keys = mapping.keys[attribute];
    entry.tags.emplace_back(keys.empty() ? std::string(attribute_names[attribute]) : keys.front(),
                            std::move(value));
}

bool overlap(const PayerEntry& a, const PayerEntry& b) {
    const bool a_ends_first = a.end && b.start && *a.end <= *b.start;
    const bool b_ends_first = b.end && a.start && *b.end <= *a.start;
    return !a_ends_first && !b_ends_first;
}

PayerEntry read_entry(ConfigReader& reader, const Setting& setting, const std::string& name,
                      const TagMapping& mapping) {
    PayerEntry entry{.name = name, .start = {}, .end = {}, .tags = {}};
    const auto section = reader.section(setting, "convert.payers");
    for (std::size_t i = 0; i < attribute_count; ++i) {
        if (const auto* value = section.find(attribute_names[i]))
            add_tag(entry, i, reader.filled_text(*value).value_or(""), mapping);
    }
    if (const auto* start = section.find("start"))
        entry.start = read_day(reader, *start);
    if (const auto* end = section.find("end"))
        entry.end = read_day(reader, *end, true);
    return entry;
}

void add_entry(ConfigReader& reader, const Setting& setting, PayerEntry entry,
               std::vector<PayerEntry>& entries) {
    for (const auto& other : entries) {
        if (other.name == entry.name && overlap(other, entry)) {
            reader.report(17, setting, fmt::format("the times of {} overlap", entry.name),
                          entry.name, "let one end on the day before the other starts");
            return;
        }
    }
    entries.push_back(std::move(entry));
}

struct TableRows {
    DirectoryTable& table;
    const TagMapping& mapping;
    LoadedPayers& loaded;
    std::multimap<std::string, std::pair<std::size_t, std::uint64_t>> lines = {};

    void take() {
        PayerEntry entry{.name = table.text("name"),
                         .start = table.first_day("start"),
                         .end = table.last_day("end"),
                         .tags = {}};
        table.check_order(entry.start, entry.end, "end");
        for (std::size_t i = 0; i < attribute_count; ++i)
            add_tag(entry, i, table.text(attribute_names[i]), mapping);
        const auto [first, last] = lines.equal_range(entry.name);
        for (auto other = first; other != last; ++other) {
            if (!overlap(loaded.entries[other->second.first], entry))
                continue;
            table.report(33, "name",
                         fmt::format("the times of this name on line {} and line {} overlap",
                                     other->second.second, table.line()),
                         entry.name,
                         "let one end on the day before the other starts, or remove one");
            return;
        }
        lines.emplace(entry.name, std::pair(loaded.entries.size(), table.line()));
        loaded.entries.push_back(std::move(entry));
    }
};

}  // namespace

std::vector<PayerEntry> read_payers(ConfigReader& reader, const Setting& setting,
                                    const TagMapping& mapping) {
    std::vector<PayerEntry> entries;
    for (const auto& [key, value] : reader.entries(setting)) {
        const auto& name = key.node->text;
        if (value.node->kind != YamlKind::list) {
            add_entry(reader, value, read_entry(reader, value, name, mapping), entries);
            continue;
        }
        for (const auto& part : reader.list(value).value_or(std::vector<Setting>{}))
            add_entry(reader, part, read_entry(reader, part, name, mapping), entries);
    }
    return entries;
}

LoadedPayers read_payer_table(const DirectoryInput& input, const TagMapping& mapping) {
    LoadedPayers loaded;
    DirectoryTable table(input, table_columns, loaded.diagnostics);
    TableRows rows{table, mapping, loaded};
    table.for_each_row([&] { rows.take(); });
    return loaded;
}

LoadedPayers read_payer_yaml(std::string_view text, const std::string& file,
                             const TagMapping& mapping) {
    LoadedPayers loaded;
    const auto parsed = parse_yaml(text, file);
    if (parsed.problem) {
        loaded.diagnostics.push_back(*parsed.problem);
        return loaded;
    }
    if (parsed.document.root == nullptr)
        return loaded;
    ConfigReader reader(file);
    loaded.entries = read_payers(reader, {parsed.document.root, "payers"}, mapping);
    loaded.diagnostics = reader.take_diagnostics();
    return loaded;
}

}  // namespace focus_billing
