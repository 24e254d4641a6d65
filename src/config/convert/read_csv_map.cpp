#include "focus_billing/config/convert/read_csv_map.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "config/convert/read_csv_expression.hpp"
#include "config/read_values.hpp"
#include "config/yaml/parse_yaml.hpp"
#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/format/time_zone.hpp"
#include "focus_billing/model/convert/focus_row.hpp"
#include "focus_billing/model/nearest_name.hpp"

namespace focus_billing {

namespace {

constexpr std::array<std::string_view, 4> delimiter_names = {",", ";", "tab", "|"};
constexpr std::array<char, 4> delimiters = {',', ';', '\t', '|'};
constexpr std::array<std::string_view, 2> point_names = {".", ","};
constexpr std::array<std::string_view, 4> thousands_names = {".", ",", "'", "blank"};
constexpr std::array<char, 4> thousands_separators = {'.', ',', '\'', ' '};
constexpr std::array<std::string_view, 3> match_names = {"name", "email", "path"};
constexpr std::array<std::string_view, 2> own_parts = {"billed", "other months"};

constexpr std::array<std::string_view, 3> date_columns = {"ChargePeriodStart", "ChargePeriodEnd",
                                                          "BillingPeriodStart"};
constexpr std::array<std::string_view, 8> number_columns = {
    "BilledCost",    "EffectiveCost",       "ListCost",         "ContractedCost",
    "ListUnitPrice", "ContractedUnitPrice", "ConsumedQuantity", "PricingQuantity"};

std::vector<std::string_view> known_columns() {
    std::vector<std::string_view> known(focus_text_names.begin(), focus_text_names.end());
    known.insert(known.end(), date_columns.begin(), date_columns.end());
    known.insert(known.end(), number_columns.begin(), number_columns.end());
    return known;
}

CsvValue value_of(std::string_view column) {
    if (std::ranges::find(number_columns, column) != number_columns.end())
        return CsvValue::number;
    return std::ranges::find(date_columns, column) != date_columns.end() ? CsvValue::date
                                                                         : CsvValue::text;
}

class MapReader {
public:
    explicit MapReader(ConfigReader& reader) : m_reader(reader) {}

    CsvMap read(const YamlNode& root) {
        const auto section = m_reader.section({&root, ""}, "map");
        if (const auto* input = section.find("input"))
            read_input(*input);
        if (const auto* columns = section.find("columns"))
            read_columns(*columns);
        require(section);
        if (const auto* tags = section.find("tags")) {
            for (const auto& [key, value] : m_reader.entries(*tags))
                m_map.tags.emplace_back(key.node->text,
                                        read_csv_expression(m_reader, value, CsvValue::text));
        }
        if (const auto* payer = section.find("payer"))
            read_payer(*payer);
        if (const auto* skips = section.find("skip_when"))
            read_skips(*skips);
        return std::move(m_map);
    }

private:
    template <std::size_t count>
    void read_character(const Section& section, std::string_view key,
                        const std::array<std::string_view, count>& names,
                        const std::array<char, count>& characters, char& target) {
        if (const auto* setting = section.find(key)) {
            if (const auto choice = m_reader.choice(*setting, names))
                target = characters[*choice];
        }
    }

    void read_input(const Setting& setting) {
        const auto section = m_reader.section(setting, "map.input");
        read_character(section, "delimiter", delimiter_names, delimiters, m_map.delimiter);
        read_character(section, "decimal", point_names, std::array{'.', ','}, m_map.decimal_point);
        read_character(section, "thousands", thousands_names, thousands_separators,
                       m_map.thousands);
        if (const auto* lines = section.find("skip_lines"))
            m_map.skip_lines = read_whole_number(m_reader, *lines, 0, 1000).value_or(0);
        if (const auto* zone = section.find("time_zone"))
            read_time_zone(*zone);
        if (m_map.thousands == m_map.decimal_point) {
            m_reader.report(8, *section.find("thousands"),
                            "thousands and decimals have the same separator",
                            std::string(1, m_map.thousands), "set decimal to the other one");
        }
    }

    void read_time_zone(const Setting& setting) {
        const auto name = m_reader.filled_text(setting);
        if (!name)
            return;
        m_map.time_zone = *name;
        if (!TimeZone::find(*name)) {
            m_reader.report(11, setting, fmt::format("there is no time zone '{}'", *name), *name,
                            "write a name of the IANA database, such as America/New_York or UTC");
        }
    }

    void read_columns(const Setting& setting) {
        const auto known = known_columns();
        for (const auto& [key, value] : m_reader.entries(setting)) {
            const auto& name = key.node->text;
            if (std::ranges::find(known, name) == known.end()) {
                const auto near = nearest_name(name, std::span<const std::string_view>(known));
                m_reader.report(
                    6, key, fmt::format("'{}' is no column of FOCUS that can be made", name), name,
                    near ? fmt::format("did you mean '{}'?", *near)
                         : "docs/integrations/csv.md lists the columns");
            }
            m_map.columns.emplace_back(name, read_csv_expression(m_reader, value, value_of(name)));
        }
    }

    void require(const Section& section) {
        const auto& node = *section.setting().node;
        if (node.kind != YamlKind::map)
            return;
        if (m_map.find("BilledCost") == nullptr) {
            m_reader.report(9, {&node, "columns.BilledCost"}, "the map has no BilledCost", {},
                            "add it under columns: BilledCost: Cost, where Cost is a column");
        }
        if (m_map.find("ChargePeriodStart") == nullptr &&
            m_map.find("BillingPeriodStart") == nullptr) {
            m_reader.report(9, {&node, "columns.ChargePeriodStart"},
                            "the map has no ChargePeriodStart", {},
                            "add it under columns: ChargePeriodStart: {date: Day}, or {period: "
                            "start} where all rows are of the month");
        }
        if (m_map.find("ChargePeriodStart") == nullptr &&
            m_map.find("BillingPeriodStart") != nullptr &&
            m_map.find("ChargePeriodEnd") != nullptr) {
            m_reader.report(9, {&node, "columns.ChargePeriodStart"},
                            "the map has a ChargePeriodEnd and no ChargePeriodStart", {},
                            "add ChargePeriodStart, or leave both out: a charge is then for the "
                            "whole month");
        }
    }

    void read_payer(const Setting& setting) {
        const auto section = m_reader.section(setting, "map.payer");
        if (const auto* kind = section.find("kind"))
            m_map.payer_kind = m_reader.filled_text(*kind).value_or("name");
        if (const auto* match = section.find("match")) {
            if (const auto choice = m_reader.choice(*match, match_names))
                m_map.payer_match = static_cast<CsvPayerMatch>(*choice);
        }
        const auto* column = section.find("column");
        if (column != nullptr) {
            m_map.payer = read_csv_expression(m_reader, *column, CsvValue::text);
        } else if (setting.node->kind != YamlKind::text) {
            m_reader.report(9, {setting.node, section.field("column")}, "the payer has no column",
                            {}, "add a line: column: Group");
        }
    }

    void read_skips(const Setting& setting) {
        for (const auto& entry : m_reader.list(setting).value_or(std::vector<Setting>{})) {
            const auto section = m_reader.section(entry, "map.skip_when[]");
            CsvSkip skip;
            if (const auto* column = section.find("column")) {
                skip.column = m_reader.filled_text(*column).value_or("");
            } else {
                m_reader.report(9, {entry.node, section.field("column")},
                                "a condition has no column", {}, "add a line: column: Status");
            }
            const auto* equals = section.find("equals");
            skip.equals = equals == nullptr ? std::vector<std::string>{""} : read_equals(*equals);
            skip.reason = usual_reason(skip);
            if (const auto* reason = section.find("reason"))
                skip.reason = read_reason(*reason);
            m_map.skips.push_back(std::move(skip));
        }
    }

    // Other than elsewhere, an empty text means something: an empty cell.
    std::vector<std::string> read_equals(const Setting& setting) {
        if (setting.node->kind != YamlKind::list)
            return {m_reader.text(setting).value_or("")};
        std::vector<std::string> texts;
        for (const auto& entry : m_reader.list(setting).value_or(std::vector<Setting>{}))
            texts.push_back(m_reader.text(entry).value_or(""));
        if (texts.empty()) {
            m_reader.report(10, setting, fmt::format("{} has no entries", setting.field), {},
                            "write texts, [void, test], or leave equals out for empty cells");
        }
        return texts;
    }

    static std::string usual_reason(const CsvSkip& skip) {
        const bool is_empty = skip.equals.empty() || skip.equals.front().empty();
        return skip.column + " is " + (is_empty ? "empty" : skip.equals.front());
    }

    std::string read_reason(const Setting& setting) {
        auto reason = m_reader.filled_text(setting).value_or("skipped");
        if (std::ranges::find(own_parts, reason) != own_parts.end()) {
            m_reader.report(
                8, setting,
                fmt::format("'{}' is the name of another part of the control total", reason),
                reason, "write another reason, such as: cancelled");
        }
        return reason;
    }

    ConfigReader& m_reader;
    CsvMap m_map;
};

}  // namespace

LoadedCsvMap read_csv_map(std::string_view text, const std::string& file) {
    LoadedCsvMap loaded;
    const auto parsed = parse_yaml(text, file);
    if (parsed.problem) {
        loaded.diagnostics.push_back(*parsed.problem);
        return loaded;
    }
    static const YamlNode empty{
        .kind = YamlKind::map, .line = 1, .column = 1, .text = {}, .items = {}, .pairs = {}};
    ConfigReader reader(file);
    loaded.map = MapReader(reader).read(parsed.document.root ? *parsed.document.root : empty);
    loaded.diagnostics = reader.take_diagnostics();
    return loaded;
}

}  // namespace focus_billing
