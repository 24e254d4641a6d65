#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "focus_billing/model/count_and_cost.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/decimal_sum.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/model/report_table.hpp"

namespace focus_billing {

class Transaction;

/// A live charge as reports see it.
struct ReportRow {
    BillingPeriod month;  ///< in which it counts
    std::int64_t import_id = 0;
    std::int64_t payer = 0;  ///< id of the attribution that counts; 0: none
    std::int64_t service = 0;
    std::int64_t sub_account = 0;
    std::int64_t tag_set = 0;
    bool is_held = false;
    bool is_rejected = false;
    std::string currency;
    Decimal cost;  ///< billed or effective, as its source is charged
};

/// Calls `on_row` for each live charge of the months; in the order of their tags, if asked for.
/// Throws SQLite::Exception.
void for_each_report_row(const Transaction& transaction, const ReportMonths& months, bool by_tags,
                         const std::function<void(const ReportRow&)>& on_row);

/// Texts of `name` by their ids, sources of imports, and payers, looked up once as long as they are
/// remembered. References live until the next call.
class ReportNames {
public:
    explicit ReportNames(const Transaction& transaction);

    [[nodiscard]] const std::string& name(std::int64_t id);
    [[nodiscard]] const std::string& source(std::int64_t import);
    /// A value of an attribution: pi_email, project_id, fund_org.
    [[nodiscard]] const std::string& payer(std::int64_t attribution, std::size_t attribute);

private:
    const Transaction& m_transaction;
    std::map<std::int64_t, std::string> m_names;
    std::size_t m_name_bytes = 0;
    std::map<std::int64_t, std::string> m_sources;
    std::map<std::pair<std::int64_t, std::size_t>, std::string> m_payers;
};

/// Whether `a` is the larger amount, whatever the signs.
[[nodiscard]] bool is_larger(const DecimalSum& a, const DecimalSum& b);

}  // namespace focus_billing
