#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/charges/flag.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/model/charges/tags.hpp"

namespace focus_billing {

/// One row of a FOCUS file as a typed fact. Null is an empty view or an empty optional; money is
/// in `billing_currency`. Views live as long as the record that they were read from, tags until the
/// next charge is read.
struct Charge {
    std::uint64_t line = 0;  ///< where the record begins, from 1
    BillingPeriod billing_period;
    std::optional<Instant> charge_period_start;
    std::optional<Instant> charge_period_end;  ///< exclusive

    Decimal billed_cost;
    std::optional<Decimal> list_cost;
    std::optional<Decimal> contracted_cost;
    std::optional<Decimal> effective_cost;
    std::string_view billing_currency;  ///< ISO 4217, capital letters

    std::string_view charge_category;
    std::string_view charge_class;
    std::string_view charge_description;
    std::string_view service_name;
    std::string_view service_category;
    std::string_view resource_id;
    std::string_view resource_name;
    std::string_view region_id;
    std::string_view sku_id;
    std::string_view sub_account_id;
    std::string_view sub_account_name;
    std::string_view provider_name;
    std::string_view invoice_id;
    std::optional<Decimal> consumed_quantity;
    std::string_view consumed_unit;
    const Tags* tags = &no_tags;  ///< never null
};

}  // namespace focus_billing
