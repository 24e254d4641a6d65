#include "store/periods/posting_key_row.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace focus_billing {

std::array<const std::string*, 9> key_texts(const PostingKey& key) {
    return {&key.statement.pi_email,
            &key.statement.project_id,
            &key.statement.currency,
            &key.fund_org,
            &key.source,
            &key.account_code,
            &key.cost_center,
            &key.reference_1,
            &key.reference_2};
}

PostingKey posting_key_of(const SQLite::Statement& row) {
    const auto text = [&](int column) { return row.getColumn(column).getString(); };
    return {.statement = {.pi_email = text(0), .project_id = text(1), .currency = text(2)},
            .fund_org = text(3),
            .source = text(4),
            .account_code = text(5),
            .cost_center = text(6),
            .reference_1 = text(7),
            .reference_2 = text(8)};
}

}  // namespace focus_billing
