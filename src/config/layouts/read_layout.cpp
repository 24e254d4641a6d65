#include "focus_billing/config/layouts/read_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "config/layouts/check_ledger_columns.hpp"
#include "config/layouts/read_layout_column.hpp"
#include "config/read_values.hpp"
#include "config/yaml/parse_yaml.hpp"
#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/format/sha256.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"

namespace focus_billing {

namespace {

// Places each column of fixed positions behind the one before, unless it says where it begins.
void set_starts(ConfigReader& reader, const std::vector<Setting>& entries,
                std::vector<LayoutColumn>& columns) {
    std::size_t next = 1;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto& column = columns[i];
        if (column.start == 0)
            column.start = next;
        if (column.start < next) {
            reader.report(822, entries[i],
                          fmt::format("{} begins at {}, and the column before it ends at {}",
                                      entries[i].field, column.start, next - 1),
                          {}, "mend start or width of one of the two");
        }
        next = std::max(next, column.start + column.width);
    }
}

std::vector<Setting> filled_entries(ConfigReader& reader, const Setting& setting) {
    auto entries = reader.list(setting).value_or(std::vector<Setting>{});
    std::erase_if(entries, [&](const Setting& entry) {
        const bool is_empty = entry.node->kind == YamlKind::null;
        if (is_empty)
            reader.report(
                10, entry, fmt::format("{} is empty", entry.field), {},
                "write a column, such as {name: Fund Org, value: '{fund_org}'}, or remove "
                "the line");
        return is_empty;
    });
    return entries;
}

std::vector<LayoutColumn> read_layout_columns(ConfigReader& reader, const Setting& setting,
                                              const ColumnTerms& terms, RecordKind record) {
    const auto entries = filled_entries(reader, setting);
    std::vector<LayoutColumn> columns;
    for (const Setting& entry : entries)
        columns.push_back(read_layout_column(reader, entry, terms, record));
    if (terms.form == LayoutKind::fixed)
        set_starts(reader, entries, columns);
    if (terms.form == LayoutKind::ledger)
        check_ledger_columns(reader, setting, entries, columns);
    return columns;
}

using namespace std::string_view_literals;

constexpr int most_lines_of_all = 10'000'000;

std::string name_of_file(std::string_view file) {
    if (const auto slash = file.rfind('/'); slash != std::string_view::npos)
        file.remove_prefix(slash + 1);
    if (file.ends_with(".yaml"))
        file.remove_suffix(5);
    return std::string(file);
}

class LayoutReader {
public:
    LayoutReader(ConfigReader& reader, const YamlNode& root, const std::string& file,
                 const std::vector<std::string>& more_names,
                 const std::map<std::string, std::string>& values)
        : m_reader(reader), m_section(reader.section({&root, ""}, "layout")), m_file(file),
          m_more_names(more_names), m_site_values(values) {}

    JournalLayout read() {
        m_layout.name = name_of_file(m_file);
        if (const Setting* description = m_section.find("description"))
            m_layout.description = m_reader.text(*description).value_or("");
        read_choice("form", layout_form_names, m_layout.form);
        read_choice("quote", quoting_names, m_layout.quote);
        read_choice("line_end", line_end_names, m_layout.line_end);
        read_choice("encoding", encoding_names, m_layout.encoding);
        read_choice("lines", line_detail_names, m_layout.lines);
        if (const Setting* names = m_section.find("names"))
            m_layout.names = m_reader.choice(*names, truth_names) == std::size_t{0};
        if (const Setting* currencies = m_section.find("currencies"))
            m_layout.several_currencies =
                m_reader.choice(*currencies, currencies_names) == std::size_t{1};
        if (const Setting* most = m_section.find("most_lines")) {
            m_layout.most_lines = static_cast<std::uint32_t>(
                read_whole_number(m_reader, *most, 2, most_lines_of_all).value_or(0));
        }
        if (const Setting* delimiter = m_section.find("delimiter"))
            read_delimiter(*delimiter);
        if (const Setting* zipped_as = m_section.find("zipped_as"))
            read_zipped_as(*zipped_as);
        if (const Setting* values = m_section.find("values"))
            read_values(*values);
        if (const Setting* records = m_section.find("records"))
            read_records(*records);
        check_form();
        return std::move(m_layout);
    }

private:
    template <std::size_t count, class Choice>
    void read_choice(std::string_view key, const std::array<std::string_view, count>& words,
                     Choice& choice) {
        if (const Setting* setting = m_section.find(key)) {
            if (const auto index = m_reader.choice(*setting, words))
                choice = static_cast<Choice>(*index);
        }
    }

    void read_delimiter(const Setting& setting) {
        const auto text = m_reader.text(setting);
        if (!text)
            return;
        const bool is_character = text->size() == 1 && text->front() > ' ' &&
                                  text->front() <= '~' && text->front() != '"';
        if (is_character || *text == "tab") {
            m_layout.delimiter = is_character ? text->front() : '\t';
        } else {
            m_reader.report(826, setting, "delimiter is not one character", *text,
                            "write one character of ASCII, such as ',' or '|', or the word tab");
        }
    }

    void read_zipped_as(const Setting& setting) {
        const auto text = m_reader.filled_text(setting);
        if (!text)
            return;
        if (text->find_first_of("/\\") == std::string::npos && !text->starts_with('.')) {
            m_layout.zipped_as = *text;
        } else {
            m_reader.report(826, setting, "zipped_as is no name of a file", *text,
                            "write the name alone, such as GlInterface.csv");
        }
    }

    void read_values(const Setting& setting) {
        for (const Entry& entry : m_reader.entries(setting)) {
            const auto& name = entry.key.node->text;
            if (!is_value_name(name)) {
                m_reader.report(826, entry.key, "a value cannot have this name", name,
                                "use small letters, digits and _, and no name of a placeholder");
                continue;
            }
            const bool is_empty = entry.value.node->kind == YamlKind::null;
            auto text = is_empty ? std::optional<std::string>("") : m_reader.text(entry.value);
            const auto of_site = m_site_values.find(name);
            if (text)
                m_layout.values.emplace(name,
                                        of_site == m_site_values.end() ? *text : of_site->second);
        }
    }

    void read_records(const Setting& setting) {
        const Section records = m_reader.section(setting, "layout.records");
        const bool has_names = m_layout.names && m_layout.form == LayoutKind::delimited;
        const ColumnTerms terms{m_file, m_layout.form, has_names, m_layout.values, m_more_names};
        for (std::size_t i = 0; i < record_kind_count; ++i) {
            const auto kind = static_cast<RecordKind>(i);
            const Setting* record = records.find(record_kind_names[i]);
            if (record == nullptr)
                continue;
            if (m_layout.form == LayoutKind::ledger && kind != RecordKind::line)
                report_meaningless(*record, "a ledger has no record but 'line'");
            else
                m_layout.records[i] = read_layout_columns(m_reader, *record, terms, kind);
        }
        check_line(records);
    }

    void check_line(const Section& records) {
        const Setting* line = records.find("line");
        const Setting& nearest = line == nullptr ? records.setting() : *line;
        const YamlNode& node = *nearest.node;
        const bool is_empty = node.items.empty() && node.kind != YamlKind::text;
        if (is_empty && (line == nullptr || node.kind != YamlKind::map))
            report_no_line(nearest);
    }

    void report_no_line(const Setting& setting) {
        m_reader.report(825, setting, "the layout has no record 'line'", {},
                        "add it under 'records', with a column for each field of a line");
    }

    void report_meaningless(const Setting& setting, std::string_view why) {
        m_reader.report(824, setting, fmt::format("{} means nothing here: {}", setting.field, why),
                        {}, "remove the option");
    }

    void check_keys(std::span<const std::string_view> keys) {
        const auto form = layout_form_names[static_cast<std::size_t>(m_layout.form)];
        for (const auto key : keys) {
            if (const Setting* setting = m_section.find(key))
                report_meaningless(*setting, fmt::format("it is not for the form {}", form));
        }
    }

    void check_form() {
        static constexpr std::array of_delimited = {"delimiter"sv, "quote"sv};
        static constexpr std::array of_records = {"line_end"sv, "encoding"sv, "zipped_as"sv};
        if (m_layout.form != LayoutKind::delimited)
            check_keys(of_delimited);
        if (m_layout.form == LayoutKind::ledger)
            check_keys(of_records);
        if (m_layout.names && m_layout.form != LayoutKind::delimited) {
            m_reader.report(825, *m_section.find("names"),
                            "names: only delimited layouts have a row of names", {},
                            "remove the key");
        }
        const bool is_map = m_section.setting().node->kind == YamlKind::map;
        if (is_map && m_section.find("records") == nullptr)
            report_no_line(m_section.setting());
    }

    ConfigReader& m_reader;
    Section m_section;
    const std::string& m_file;
    const std::vector<std::string>& m_more_names;
    const std::map<std::string, std::string>& m_site_values;
    JournalLayout m_layout;
};

}  // namespace

LoadedLayout read_layout(std::string_view yaml_text, const std::string& file_name,
                         const std::vector<std::string>& more_names,
                         const std::map<std::string, std::string>& values) {
    LoadedLayout loaded;
    const ParsedYaml parsed = parse_yaml(yaml_text, file_name);
    if (parsed.problem) {
        loaded.diagnostics.push_back(*parsed.problem);
        return loaded;
    }
    static const YamlNode nothing{YamlKind::map, 1, 1, {}, {}, {}};
    // A layout is the same wherever it is read.
    ConfigReader reader(file_name);
    const auto* root = parsed.document.root;
    loaded.layout =
        LayoutReader(reader, root == nullptr ? nothing : *root, file_name, more_names, values)
            .read();
    loaded.layout.sha256 = sha256_text(yaml_text);
    loaded.diagnostics = reader.take_diagnostics();
    return loaded;
}

}  // namespace focus_billing
