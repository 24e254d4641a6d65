#include "store/statements/shown_postings.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace focus_billing {

namespace {

constexpr const char* select_shown = R"sql(
SELECT ifnull(s.value ->> '$.fund_org', ''), ifnull(p.value ->> '$.source', ''),
    ifnull(p.value ->> '$.account_code', ''), ifnull(p.value ->> '$.cost_center', ''),
    ifnull(p.value ->> '$.reference_1', ''), ifnull(p.value ->> '$.reference_2', ''),
    p.value ->> '$.charges', ifnull(p.value ->> '$.amount', '')
FROM json_each(?1, '$.sections') AS s, json_each(s.value, '$.postings') AS p)sql";

}  // namespace

std::vector<Posting> shown_postings(SQLite::Database& database, const StatementKey& key,
                                    const std::string& json) {
    SQLite::Statement rows(database, select_shown);
    rows.bindNoCopy(1, json);
    std::vector<Posting> postings;
    while (rows.executeStep()) {
        const auto text = [&](int column) { return rows.getColumn(column).getString(); };
        Posting posting;
        posting.key = {.statement = key,
                       .fund_org = text(0),
                       .source = text(1),
                       .account_code = text(2),
                       .cost_center = text(3),
                       .reference_1 = text(4),
                       .reference_2 = text(5)};
        posting.charges = static_cast<std::uint64_t>(rows.getColumn(6).getInt64());
        posting.amount = DecimalSum::parse(text(7)).value_or(DecimalSum());
        postings.push_back(std::move(posting));
    }
    return postings;
}

}  // namespace focus_billing
