#include "config/layouts/read_layout_columns.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "config/layouts/check_ledger_columns.hpp"

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

}  // namespace

std::vector<LayoutColumn> read_layout_columns(ConfigReader& reader, const Setting& setting,
                                              const ColumnTerms& terms, RecordKind record) {
    const auto entries = filled_entries(reader, setting);
    std::vector<LayoutColumn> columns;
    for (const Setting& entry : entries)
        columns.push_back(read_layout_column(reader, entry, terms, record));
    if (terms.form == LayoutForm::fixed)
        set_starts(reader, entries, columns);
    if (terms.form == LayoutForm::ledger)
        check_ledger_columns(reader, setting, entries, columns);
    return columns;
}

}  // namespace focus_billing
