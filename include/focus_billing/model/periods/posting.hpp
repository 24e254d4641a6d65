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

/// What the postings of a month come to in one currency: shares + rounding = amount.
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
/// live until the next one is read.
struct BilledCharge {
    std::int64_t id = 0;
    std::int64_t payer = 0;   ///< equal for equal values of who pays; 0 if nobody does
    std::int64_t import = 0;  ///< equal for charges of one source
    std::string_view source;
    std::string_view currency;
    const AttributeTexts* values = nullptr;  ///< who pays
    Decimal cost;                            ///< billed or effective, as its source is charged
};

using OnBilledCharge = std::function<void(const BilledCharge&)>;

/// Hands on each billed charge of a month.
using EachBilledCharge = std::function<void(const OnBilledCharge&)>;

/// How the billed charges of a month become its postings, in the order of their keys. The same on
/// every run.
struct PostingRules {
    SourceAccounts accounts;
    std::function<std::vector<Posting>(const EachBilledCharge&)> post;
    /// Why journals cannot be made of postings; empty: nobody asks.
    std::function<std::vector<Diagnostic>(const std::vector<Posting>&)> blockers{};
};

}  // namespace focus_billing
