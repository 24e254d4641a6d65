#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "focus_billing/model/config.hpp"
#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"

namespace focus_billing {

/// The references of journal lines: eight letters and digits (Crockford's base 32: no I, L, O, U),
/// made of the month and the line's key. They are the same in each journal of the month and on the
/// statement. One object never gives two lines the same reference.
class LineReferences {
public:
    explicit LineReferences(BillingPeriod period) : m_period(period.text()) {}

    /// `key`: what the line's postings have in common, the rest empty; for a source's line, its
    /// credit fund_org and account.
    [[nodiscard]] const std::string& find(Party party, const PostingKey& key);

private:
    using Line = std::pair<Party, PostingKey>;

    std::string m_period;
    std::map<Line, std::string> m_references;
    std::map<std::string, Line> m_lines;
};

/// The fields that all postings of a payer's line share by definition; the rest is empty.
[[nodiscard]] PostingKey line_key(const PostingKey& key, const std::vector<LinePart>& lines,
                                  LineDetail detail);

/// The same for a source's line: its credit fund_org and account, source and currency.
[[nodiscard]] PostingKey source_key(const JournalPosting& posting);

/// The order of lines, by what finance looks for.
struct LineSort {
    bool operator()(const PostingKey& a, const PostingKey& b) const {
        const auto rank = [](const PostingKey& key) {
            return std::tie(key.fund_org, key.account_code, key.source, key.statement,
                            key.cost_center, key.reference_1, key.reference_2);
        };
        return rank(a) < rank(b);
    }
};

template <class Value>
using ByLine = std::map<PostingKey, Value, LineSort>;

}  // namespace focus_billing
