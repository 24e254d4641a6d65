#pragma once

#include <vector>

#include "convert/csv_table.hpp"

namespace focus_billing {

/// The columns of Azure's cost details that are read.
struct AzureColumns {
    enum Column : std::size_t {
        date,
        bill_start,
        cost,
        currency,
        charge_type,
        pricing_model,
        frequency,
        quantity,
        unit,
        payg_cost,
        payg_price,
        exchange_rate,
        account,
        account_name,
        subscription,
        subscription_name,
        resource,
        resource_name_column,
        consumed_service,
        meter_category,
        meter_name,
        meter,
        product_name,
        location,
        zone,
        publisher,
        invoice,
        tags,
        additional,
        reservation,
        reservation_name,
        benefit,
        benefit_name,
        part_number,
        column_count,
    };

    /// In the order of the enumeration.
    [[nodiscard]] static const std::vector<CsvColumn>& all();
};

}  // namespace focus_billing
