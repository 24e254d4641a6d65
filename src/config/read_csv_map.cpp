#include "focus_billing/config/read_csv_map.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "focus_billing/config/config_reader.hpp"
#include "focus_billing/config/parse_yaml.hpp"
#include "focus_billing/config/read_dated_prices.hpp"
#include "focus_billing/config/read_whole_number.hpp"
#include "focus_billing/model/focus_row.hpp"
#include "focus_billing/model/nearest_name.hpp"

namespace focus_billing {

namespace {

constexpr std::array<std::string_view, 11> operation_names = {
    "column",   "constant", "text",   "sum",   "difference", "product",
    "quotient", "date",     "lookup", "lower", "upper"};
constexpr std::array<std::string_view, 4> delimiter_names = {",", ";", "tab", "|"};
constexpr std::array<char, 4> delimiters = {',', ';', '\t', '|'};
constexpr std::array<std::string_view, 2> point_names = {".", ","};
constexpr std::array<std::string_view, 4> thousands_names = {".", ",", "'", "blank"};
constexpr std::array<char, 4> thousands_separators = {'.', ',', '\'', ' '};
constexpr std::array<std::string_view, 2> truth_names = {"true", "false"};
constexpr int deepest = 20;

constexpr std::array<std::string_view, 11> typed_columns = {
    "ChargePeriodStart", "ChargePeriodEnd", "BillingPeriodStart", "BilledCost",
    "EffectiveCost",     "ListCost",        "ContractedCost",     "ListUnitPrice",
    "ConsumedQuantity",  "PricingQuantity", "ContractedUnitPrice"};

bool is_numeric(CsvOperation operation) {
    return operation == CsvOperation::sum || operation == CsvOperation::difference ||
           operation == CsvOperation::product || operation == CsvOperation::quotient;
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
                m_map.tags.emplace_back(key.node->text, read_expression(value, 0));
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
        if (m_map.thousands == m_map.decimal_point) {
            m_reader.report(8, *section.find("thousands"),
                            "thousands and decimals have the same separator",
                            std::string(1, m_map.thousands), "set decimal to the other one");
        }
    }

    void read_columns(const Setting& setting) {
        std::vector<std::string_view> known(focus_text_names.begin(), focus_text_names.end());
        known.insert(known.end(), typed_columns.begin(), typed_columns.end());
        for (const auto& [key, value] : m_reader.entries(setting)) {
            const auto& name = key.node->text;
            if (std::ranges::find(known, name) == known.end()) {
                const auto near = nearest_name(name, std::span<const std::string_view>(known));
                m_reader.report(
                    6, key, fmt::format("'{}' is no column of FOCUS that can be made", name), name,
                    near ? fmt::format("did you mean '{}'?", *near)
                         : "docs/integrations/csv.md lists the columns");
            }
            m_map.columns.emplace_back(name, read_expression(value, 0));
        }
    }

    void require(const Section& section) {
        for (const std::string name : {"BilledCost", "ChargePeriodStart"}) {
            if (m_map.find(name) != nullptr || section.setting().node->kind != YamlKind::map)
                continue;
            m_reader.report(9, {section.setting().node, "columns." + name},
                            fmt::format("the map has no {}", name), {},
                            name == "BilledCost"
                                ? "add it under columns: BilledCost: {column: Cost}"
                                : "add it under columns: ChargePeriodStart: {date: Day}");
        }
    }

    void read_payer(const Setting& setting) {
        const auto section = m_reader.section(setting, "map.payer");
        if (const auto* kind = section.find("kind"))
            m_map.payer_kind = m_reader.filled_text(*kind).value_or("name");
        if (const auto* column = section.find("column")) {
            m_map.payer = CsvExpression{};
            m_map.payer->operation = CsvOperation::column;
            m_map.payer->text = m_reader.filled_text(*column).value_or("");
            m_map.payer->line = column->node->line;
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
            if (const auto* equals = section.find("equals")) {
                skip.equals = equals->node->kind == YamlKind::text && equals->node->text.empty()
                                  ? std::vector<std::string>{""}
                                  : read_texts(m_reader, *equals);
            } else {
                skip.equals = {""};
            }
            skip.reason = skip.column + " is " +
                          (skip.equals.front().empty() ? "empty" : skip.equals.front());
            if (const auto* reason = section.find("reason"))
                skip.reason = m_reader.filled_text(*reason).value_or(skip.reason);
            m_map.skips.push_back(std::move(skip));
        }
    }

    CsvExpression column(const Setting& setting) {
        CsvExpression expression;
        expression.operation = CsvOperation::column;
        expression.text = m_reader.filled_text(setting).value_or("");
        expression.line = setting.node->line;
        return expression;
    }

    // In the operands of a calculation a number is a number, and any other word a column.
    CsvExpression operand(const Setting& setting, int depth) {
        if (setting.node->kind != YamlKind::text)
            return read_expression(setting, depth);
        auto expression = column(setting);
        if (parse_decimal(expression.text).fault == DecimalFault::none)
            expression.operation = CsvOperation::constant;
        return expression;
    }

    CsvExpression read_expression(const Setting& setting, int depth) {
        if (setting.node->kind == YamlKind::text)
            return column(setting);
        if (depth > deepest) {
            m_reader.report(5, setting, "the expression is nested more than 20 deep", {},
                            "make it in two steps, or shorten it");
            return {};
        }
        const auto section = m_reader.section(setting, "map.expression");
        CsvExpression expression;
        expression.line = setting.node->line;
        std::vector<std::string_view> found;
        for (std::size_t i = 0; i < operation_names.size(); ++i) {
            const auto* value = section.find(operation_names[i]);
            if (value == nullptr)
                continue;
            found.push_back(operation_names[i]);
            expression.operation = static_cast<CsvOperation>(i);
            read_value(*value, expression, depth);
        }
        if (found.size() != 1 && setting.node->kind == YamlKind::map) {
            m_reader.report(8, setting,
                            found.empty() ? "the expression says nothing to do"
                                          : fmt::format("the expression says two things: {}",
                                                        fmt::join(found, ", ")),
                            {}, fmt::format("write one of: {}", fmt::join(operation_names, ", ")));
        }
        read_details(section, expression);
        return expression;
    }

    void read_value(const Setting& value, CsvExpression& expression, int depth) {
        if (!is_numeric(expression.operation)) {
            expression.text = m_reader.text(value).value_or("");
            return;
        }
        for (const auto& entry : m_reader.list(value).value_or(std::vector<Setting>{}))
            expression.operands.push_back(operand(entry, depth + 1));
        const bool is_quotient = expression.operation == CsvOperation::quotient;
        if (expression.operands.size() < 2 || (is_quotient && expression.operands.size() != 2)) {
            m_reader.report(8, value,
                            fmt::format("{} needs {}", value.field,
                                        is_quotient ? "two operands" : "two operands or more"),
                            {}, "write a list: [Hours, 0.5]");
        }
    }

    void read_details(const Section& section, CsvExpression& expression) {
        if (const auto* form = section.find("form"))
            expression.form = m_reader.filled_text(*form).value_or("");
        if (const auto* inclusive = section.find("inclusive"))
            expression.inclusive = m_reader.choice(*inclusive, truth_names) == std::size_t{0};
        if (const auto* otherwise = section.find("default"))
            expression.otherwise = m_reader.text(*otherwise);
        if (const auto* table = section.find("table")) {
            for (const auto& [key, value] : m_reader.entries(*table))
                expression.table[key.node->text] = m_reader.text(value).value_or("");
        } else if (expression.operation == CsvOperation::lookup) {
            m_reader.report(9, {section.setting().node, section.field("table")},
                            "a lookup has no table", {}, "add a group: table: {a: Compute}");
        }
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
