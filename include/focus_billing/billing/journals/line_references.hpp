#pragma once

#include <map>
#include <string>

#include "focus_billing/model/journals/journal.hpp"

namespace focus_billing {

/// The references of journal lines: eight letters and digits (Crockford's base 32: no I, L, O, U),
/// made of the month and of what the line is about. So they are the same in each journal of the
/// month, and on the statement. Two lines that one object was asked for never share one.
class LineReferences {
public:
    explicit LineReferences(BillingPeriod period) : m_period(period.text()) {}

    /// `key`: what the line's postings have in common, all else empty; of a source's line its
    /// credit fund_org and account.
    [[nodiscard]] const std::string& find(Party party, const PostingKey& key);

private:
    using Line = std::pair<Party, PostingKey>;

    std::string m_period;
    std::map<Line, std::string> m_references;
    std::map<std::string, Line> m_lines;
};

}  // namespace focus_billing
