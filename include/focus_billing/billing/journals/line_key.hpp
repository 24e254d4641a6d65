#pragma once

#include <map>
#include <tuple>
#include <vector>

#include "focus_billing/model/config.hpp"
#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"

namespace focus_billing {

/// What the postings of a payer's line have in common by its making, and nothing else.
[[nodiscard]] PostingKey line_key(const PostingKey& key, const std::vector<LinePart>& lines,
                                  LineDetail detail);

/// The same of a source's line: its credit fund_org and account, source and currency.
[[nodiscard]] PostingKey source_key(const JournalPosting& posting);

/// The order of lines: by what finance looks for.
struct LineOrder {
    bool operator()(const PostingKey& a, const PostingKey& b) const {
        const auto rank = [](const PostingKey& key) {
            return std::tie(key.fund_org, key.account_code, key.source, key.statement,
                            key.cost_center, key.reference_1, key.reference_2);
        };
        return rank(a) < rank(b);
    }
};

template <class Value>
using ByLine = std::map<PostingKey, Value, LineOrder>;

}  // namespace focus_billing
