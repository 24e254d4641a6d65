#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/billing/statements/statement_sums.hpp"
#include "focus_billing/model/statements/statement.hpp"
#include "focus_billing/model/statements/statement_style.hpp"
#include "focus_billing/model/statements/statement_summary.hpp"
#include "focus_billing/render/pdf/pdf_fonts.hpp"
#include "focus_billing/workflow/statements/statement_files.hpp"

namespace focus_billing {

/// A statement whose files are to be written: a new one, or the JSON of an issued one.
struct StatementWork {
    std::size_t place = 0;  ///< in the index
    Statement statement;
    std::string json;
    std::shared_ptr<const StatementStyle> style;
    bool is_new = false;
};

/// What was written for a run: its index, and the totals of its statements.
struct WrittenStatements {
    std::vector<IndexRow> index;
    std::vector<SummaryTable> tables;
    std::string issue_date;  ///< the latest
};

/// Where and how files are written.
struct StatementTarget {
    std::string folder;  ///< of the month
    StatementFormats formats;
    unsigned threads = 1;
    /// Font families of today's configuration, for characters missing in the fonts of an issued
    /// statement.
    std::vector<std::string> more_fonts;
};

/// Writes the files of all statements that `next` returns. `next` is called by one thread at a
/// time. Throws what it throws, and Error: FB903 (environment) if a file cannot be written, and
/// those of the renderers.
[[nodiscard]] WrittenStatements
write_statements(const StatementTarget& target,
                 const std::function<std::optional<StatementWork>()>& next);

/// Writes the index and the summary of a run.
void write_summary(const std::string& folder, const StatementFormats& formats,
                   const StatementSummary& summary, const StatementStyle& style);

}  // namespace focus_billing
