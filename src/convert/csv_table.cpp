#include "convert/csv_table.hpp"

#include <algorithm>

#include "focus_billing/format/csv_reader.hpp"
#include "focus_billing/model/nearest_name.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

// Providers write one name as lineItem/UsageType, line_item_usage_type or LineItemUsageType.
std::string letters_of(std::string_view name) {
    std::string letters;
    for (const char c : name) {
        const char small = lower_case(c);
        if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9'))
            letters += small;
    }
    return letters;
}

}  // namespace

bool CsvTable::find_columns() {
    m_fields.assign(m_columns.size(), none);
    std::vector<std::string> letters;
    for (const auto& name : m_header)
        letters.push_back(letters_of(name));
    bool has_all = true;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        for (const auto& name : m_columns[i].names) {
            const auto found = std::ranges::find(letters, letters_of(name));
            if (found != letters.end()) {
                m_fields[i] = static_cast<std::size_t>(found - letters.begin());
                break;
            }
        }
        if (m_fields[i] != none || !m_columns[i].required)
            continue;
        has_all = false;
        const auto& name = m_columns[i].names.front();
        const auto near = nearest_name(name, std::span<const std::string>(m_header));
        m_on_finding(make_diagnostic(601, {.file = m_input.name, .line = 1, .column = 0},
                                     "the column " + name + " is missing", {},
                                     near ? "rename the column '" + *near +
                                                "', or export the file again with this column"
                                          : "export the file again with this column"));
    }
    return has_all;
}

void CsvTable::for_each_row(const std::function<void()>& take,
                            const std::function<void()>& on_header) {
    CsvReader reader(m_input.bytes, m_input.name);
    if (const auto failure = reader.read_header()) {
        m_on_finding(*failure);
        return;
    }
    m_header = reader.header();
    if (!find_columns())
        return;
    if (on_header)
        on_header();
    while (auto block = reader.next_block()) {
        while (block->next(m_record)) {
            if (m_record.size() == m_header.size()) {
                take();
                continue;
            }
            m_on_finding(make_diagnostic(
                601, {.file = m_input.name, .line = m_record.line(), .column = 0},
                "the row has " + std::to_string(m_record.size()) + " fields, the header " +
                    std::to_string(m_header.size()),
                {}, "put a text that has a comma in quotes, or export the file again"));
        }
        if (block->failure())
            m_on_finding(*block->failure());
    }
}

std::string_view CsvTable::text(std::size_t column) {
    if (m_fields[column] == none)
        return {};
    const auto text = m_record.text(m_fields[column]);
    return text == "NULL" || trimmed(text).empty() ? std::string_view() : text;
}

std::optional<Decimal> CsvTable::number(std::size_t column) {
    const auto written = text(column);
    if (written.empty())
        return std::nullopt;
    const auto parsed = parse_decimal(written);
    if (parsed.fault == DecimalFault::none)
        return parsed.value;
    report(602, column, m_columns[column].names.front() + " is no number", std::string(written),
           "write digits and one point, without separators and signs of a currency");
    return std::nullopt;
}

void CsvTable::report(int code, std::size_t column, std::string message, std::string value,
                      std::string help) {
    auto diagnostic =
        make_diagnostic(code, {.file = m_input.name, .line = m_record.line(), .column = 0},
                        std::move(message), std::move(value), std::move(help));
    diagnostic.field = m_columns[column].names.front();
    m_on_finding(diagnostic);
}

}  // namespace focus_billing
