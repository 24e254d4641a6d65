#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/journals/journal_record.hpp"

namespace focus_billing {

/// A line of a registered journal, and the postings it is the sum of.
struct ExplainedLine {
    std::int64_t journal = 0;
    BillingPeriod period;
    std::string date;
    JournalPart part;
    std::string currency;
    std::size_t number = 0;  ///< of the line in its document
    JournalLine line;
    std::vector<JournalPosting> postings;
};

/// A charge billed in the month, and its posting.
struct ExplainedCharge {
    std::int64_t id = 0;
    std::string cost;
    StatementKey statement;
    std::string source;
};

/// The origin of the lines of a reference or a statement.
struct JournalExplanation {
    std::string reference;  ///< as requested
    std::vector<ExplainedLine> lines;
    std::map<std::pair<BillingPeriod, StatementKey>, std::string> statements;  ///< numbers
    std::uint64_t charge_count = 0;
    std::vector<ExplainedCharge> charges;  ///< the first of them
};

}  // namespace focus_billing
