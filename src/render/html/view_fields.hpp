#pragma once

#include "render/html/page_fields.hpp"
#include "focus_billing/render/statements/statement_view.hpp"

namespace focus_billing {

// What the pages have in common.

/// The style sheet and the logo.
void add_look(PageFields& fields, const StatementLook& look);

void add_facts(PageFields& fields, const std::vector<ViewFact>& facts);

enum class ChartKind : std::uint8_t { bars, line };
void add_chart(PageFields& fields, std::string_view name, const ChartView& chart, ChartKind kind,
               const StatementLook& look);

/// A heading begins a group of rows; rows before the first heading are a group without one.
void add_table(PageFields& fields, const TableView& table);

}  // namespace focus_billing
