#include "focus_billing/billing/journals/line_key.hpp"

#include <algorithm>

namespace focus_billing {

namespace {

bool has(const std::vector<LinePart>& lines, LinePart part) {
    return std::ranges::find(lines, part) != lines.end();
}

PostingKey summary_key(const PostingKey& key) {
    return {.statement = {.pi_email = {}, .project_id = {}, .currency = key.statement.currency},
            .fund_org = key.fund_org,
            .source = key.source,
            .account_code = key.account_code,
            .cost_center = {},
            .reference_1 = {},
            .reference_2 = {}};
}

}  // namespace

PostingKey line_key(const PostingKey& key, const std::vector<LinePart>& lines, LineDetail detail) {
    if (detail == LineDetail::postings)
        return key;
    auto result = summary_key(key);
    if (detail == LineDetail::summary)
        return result;
    const bool by_statement = has(lines, LinePart::statement);
    if (by_statement || has(lines, LinePart::pi_email))
        result.statement.pi_email = key.statement.pi_email;
    if (by_statement || has(lines, LinePart::project_id))
        result.statement.project_id = key.statement.project_id;
    return result;
}

PostingKey source_key(const JournalPosting& posting) {
    auto key = summary_key(posting.key);
    key.fund_org = posting.credit_fund_org;
    key.account_code = posting.credit_account;
    return key;
}

}  // namespace focus_billing
