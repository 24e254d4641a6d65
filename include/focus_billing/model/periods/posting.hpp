#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "focus_billing/model/decimal_sum.hpp"

namespace focus_billing {

/// Whose statement it is: one payer, one project, one currency of a period. Texts may be empty
/// where a charge has none, but for pi_email and currency.
struct StatementKey {
    std::string pi_email;
    std::string project_id;
    std::string currency;

    friend auto operator<=>(const StatementKey&, const StatementKey&) = default;
};

/// What shares have in common that are posted together (DESIGN, 'Posting'). Its order is the one in
/// which postings are listed.
struct PostingKey {
    StatementKey statement;
    std::string fund_org;
    std::string source;
    std::string account_code;
    std::string cost_center;
    std::string reference_1;
    std::string reference_2;

    friend auto operator<=>(const PostingKey&, const PostingKey&) = default;
};

/// The account of each source, for charges whose payer names none.
using SourceAccounts = std::map<std::string, std::string, std::less<>>;

/// The sum of the shares of one statement, fund_org, source, account and references: the one place
/// where money is rounded, to the minor unit of its currency, half away from zero.
struct Posting {
    PostingKey key;
    std::uint64_t charges = 0;
    DecimalSum shares;    ///< exact
    DecimalSum rounding;  ///< amount - shares
    DecimalSum amount;    ///< rounded
};

}  // namespace focus_billing
