#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/decimal_sum.hpp"
#include "focus_billing/model/diagnostic.hpp"

namespace focus_billing {

/// What identifies a statement of a period: payer, project and currency. Texts other than pi_email
/// and currency may be empty.
struct StatementKey {
    std::string pi_email;
    std::string project_id;
    std::string currency;

    friend auto operator<=>(const StatementKey&, const StatementKey&) = default;
};

/// What the shares of one posting have in common (docs/decisions/0014-postings-and-statements.md).
/// Postings are listed in this order.
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

/// The account of each source, for charges whose payer has none.
using SourceAccounts = std::map<std::string, std::string, std::less<>>;

/// The sum of the shares of one statement, fund_org, source, account and references. Money is
/// rounded only here: to the minor unit of its currency, half away from zero.
struct Posting {
    PostingKey key;
    std::uint64_t charges = 0;
    DecimalSum shares;    ///< exact
    DecimalSum rounding;  ///< amount - shares
    DecimalSum amount;    ///< rounded
};

/// The total of a month's postings in one currency: shares + rounding = amount.
struct PostedTotal {
    std::string currency;
    std::uint64_t postings = 0;
    std::uint64_t statements = 0;
    std::uint64_t charges = 0;
    DecimalSum shares;
    DecimalSum rounding;
    DecimalSum amount;
};

/// By currency. `postings` are in the order of their keys.
[[nodiscard]] std::vector<PostedTotal> posted_totals(const std::vector<Posting>& postings);

/// A charge that is billed in a month: it is not held, and no reviewer has rejected it. The views
/// are valid until the next one is read.
struct BilledCharge {
    std::int64_t id = 0;
    std::int64_t payer = 0;   ///< equal for equal payers; 0: no payer
    std::int64_t import = 0;  ///< equal for charges of one source
    std::string_view source;
    std::string_view currency;
    const AttributeTexts* values = nullptr;  ///< who pays
    Decimal cost;                            ///< billed or effective, by the source's cost basis
};

using OnBilledCharge = std::function<void(const BilledCharge&)>;

/// Passes on each billed charge of a month.
using EachBilledCharge = std::function<void(const OnBilledCharge&)>;

/// Turns the billed charges of a month into its postings, in the order of their keys. Every run
/// gives the same result.
struct PostingRules {
    SourceAccounts accounts;
    std::function<std::vector<Posting>(const EachBilledCharge&)> post;
    /// Returns why journals cannot be made of postings. Empty: not checked.
    std::function<std::vector<Diagnostic>(const std::vector<Posting>&)> blockers{};
};

}  // namespace focus_billing
