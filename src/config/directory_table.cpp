#include "config/directory_table.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "config/yaml/yaml_errors.hpp"
#include "focus_billing/format/csv_reader.hpp"
#include "focus_billing/format/timestamp.hpp"
#include "focus_billing/model/nearest_name.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t none = SIZE_MAX;

}  // namespace

DirectoryTable::DirectoryTable(const DirectoryInput& input,
                               std::span<const std::string_view> columns,
                               std::vector<Diagnostic>& diagnostics, std::size_t required)
    : m_input(input), m_columns(columns), m_diagnostics(diagnostics), m_required(required),
      m_fields(columns.size(), none) {}

void DirectoryTable::report(int code, std::string_view column, std::string message,
                            std::string value, std::string help) {
    m_diagnostics.push_back(
        make_diagnostic(code, {.file = m_input.name, .line = m_record.line(), .column = 0},
                        std::move(message), printable(value), std::move(help)));
    m_diagnostics.back().field = column;
}

bool DirectoryTable::find_columns(const std::vector<std::string>& header) {
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const auto found = std::ranges::find_if(header, [&](const std::string& name) {
            return equals_ignoring_case(name, m_columns[i]);
        });
        if (found != header.end())
            m_fields[i] = static_cast<std::size_t>(found - header.begin());
    }
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (std::ranges::find(m_fields, i) == m_fields.end())
            m_passed_over.push_back(header[i]);
    }
    bool has_all = true;
    for (std::size_t i = 0; i < m_required; ++i) {
        if (m_fields[i] == none) {
            report_missing(m_columns[i], header);
            has_all = false;
        }
    }
    return has_all;
}

void DirectoryTable::report_missing(std::string_view column,
                                    const std::vector<std::string>& header) {
    const auto near = nearest_name(column, std::span(header));
    m_diagnostics.push_back(make_diagnostic(
        32, {.file = m_input.name, .line = 1, .column = 0},
        fmt::format("the column {} is missing", column), {},
        near ? fmt::format("rename the column '{}'", printable(*near))
             : fmt::format("the first line names the columns: {}", fmt::join(m_columns, ","))));
}

bool DirectoryTable::is_row_whole(std::size_t fields) {
    if (m_record.size() != fields) {
        report(30, {}, fmt::format("the row has {} fields, the header {}", m_record.size(), fields),
               {}, "put a text that has a comma in quotes");
        return false;
    }
    if (text(m_columns.front()).empty()) {
        report(30, m_columns.front(), fmt::format("the row has no {}", m_columns.front()), {},
               "write it, or remove the row");
        return false;
    }
    return true;
}

void DirectoryTable::for_each_row(const std::function<void()>& take) {
    CsvReader reader(*m_input.bytes, m_input.name);
    if (const auto failure = reader.read_header()) {
        m_diagnostics.push_back(*failure);
        return;
    }
    if (!find_columns(reader.header()))
        return;
    while (auto block = reader.next_block()) {
        while (block->next(m_record)) {
            if (is_row_whole(reader.header().size()))
                take();
        }
        if (block->failure())
            m_diagnostics.push_back(*block->failure());
    }
}

std::string DirectoryTable::text(std::string_view column) {
    const auto place = std::ranges::find(m_columns, column) - m_columns.begin();
    const std::size_t field = m_fields[static_cast<std::size_t>(place)];
    return field == none ? std::string() : std::string(trimmed(m_record.text(field)));
}

std::string DirectoryTable::email(std::string_view column) {
    std::string result = comparable_email(text(column));
    if (!result.empty() && result.find('@') == std::string::npos) {
        report(30, column, fmt::format("{} is no e-mail address", column), result,
               "write an address such as ada@example.edu");
    }
    return result;
}

std::optional<Instant> DirectoryTable::day(std::string_view column, bool last) {
    const std::string written = text(column);
    if (written.empty())
        return std::nullopt;
    const auto date = parse_timestamp(written);
    if (date && date->date_only)
        return last ? date->end_of_day() : date->instant;
    report(31, column, fmt::format("{} is no date", column), written,
           "write it as YYYY-MM-DD: 2025-06-30");
    return std::nullopt;
}

std::optional<Instant> DirectoryTable::first_day(std::string_view column) {
    return day(column, false);
}

std::optional<Instant> DirectoryTable::last_day(std::string_view column) {
    return day(column, true);
}

void DirectoryTable::check_order(const std::optional<Instant>& start,
                                 const std::optional<Instant>& end, std::string_view end_column) {
    if (start && end && *end <= *start) {
        report(34, end_column, fmt::format("{} is before the first day", end_column),
               text(end_column),
               fmt::format("{} is the last day: mend one of the two", end_column));
    }
}

}  // namespace focus_billing
