#pragma once

#include <array>
#include <string>

#include "focus_billing/model/periods/posting.hpp"

namespace SQLite {
class Statement;
}

namespace focus_billing {

/// The texts of a posting's key in the order in which rows have them: pi_email, project_id, currency,
/// fund_org, source, account_code, cost_center, reference_1, reference_2.
[[nodiscard]] std::array<const std::string*, 9> key_texts(const PostingKey& key);

/// The key in the first nine columns of a row.
[[nodiscard]] PostingKey posting_key_of(const SQLite::Statement& row);

}  // namespace focus_billing
