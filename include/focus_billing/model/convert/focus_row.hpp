#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// The text columns of FOCUS 1.2 that converters fill.
enum class FocusText : std::uint8_t {
    billing_account_id,
    billing_account_name,
    billing_currency,
    charge_category,
    charge_class,
    charge_description,
    charge_frequency,
    pricing_category,
    pricing_unit,
    consumed_unit,
    service_name,
    service_category,
    service_subcategory,
    provider_name,
    publisher_name,
    invoice_issuer_name,
    invoice_id,
    resource_id,
    resource_name,
    resource_type,
    region_id,
    region_name,
    availability_zone,
    sku_id,
    sku_meter,
    sku_price_id,
    sub_account_id,
    sub_account_name,
    sub_account_type,
    commitment_discount_id,
    commitment_discount_name,
    commitment_discount_category,
    commitment_discount_status,
    commitment_discount_type,
};

inline constexpr std::array<std::string_view, 34> focus_text_names = {"BillingAccountId",
                                                                      "BillingAccountName",
                                                                      "BillingCurrency",
                                                                      "ChargeCategory",
                                                                      "ChargeClass",
                                                                      "ChargeDescription",
                                                                      "ChargeFrequency",
                                                                      "PricingCategory",
                                                                      "PricingUnit",
                                                                      "ConsumedUnit",
                                                                      "ServiceName",
                                                                      "ServiceCategory",
                                                                      "ServiceSubcategory",
                                                                      "ProviderName",
                                                                      "PublisherName",
                                                                      "InvoiceIssuerName",
                                                                      "InvoiceId",
                                                                      "ResourceId",
                                                                      "ResourceName",
                                                                      "ResourceType",
                                                                      "RegionId",
                                                                      "RegionName",
                                                                      "AvailabilityZone",
                                                                      "SkuId",
                                                                      "SkuMeter",
                                                                      "SkuPriceId",
                                                                      "SubAccountId",
                                                                      "SubAccountName",
                                                                      "SubAccountType",
                                                                      "CommitmentDiscountId",
                                                                      "CommitmentDiscountName",
                                                                      "CommitmentDiscountCategory",
                                                                      "CommitmentDiscountStatus",
                                                                      "CommitmentDiscountType"};

/// A tag key and its value.
using FocusTag = std::pair<std::string, std::string>;

/// A row of FOCUS 1.2 as a converter makes it. Empty texts and optionals are null.
struct FocusRow {
    BillingPeriod billing_period;
    ChargePeriod charge_period;

    Decimal billed_cost;
    Decimal effective_cost;
    Decimal list_cost;
    Decimal contracted_cost;
    std::optional<Decimal> list_unit_price;
    std::optional<Decimal> contracted_unit_price;
    std::optional<Decimal> pricing_quantity;
    std::optional<Decimal> consumed_quantity;

    std::array<std::string, focus_text_names.size()> texts;
    std::vector<FocusTag> tags;       ///< keys differ
    std::vector<std::string> extras;  ///< values of the converter's own x_ columns, in order

    [[nodiscard]] std::string& operator[](FocusText column) {
        return texts[static_cast<std::size_t>(column)];
    }
    [[nodiscard]] const std::string& operator[](FocusText column) const {
        return texts[static_cast<std::size_t>(column)];
    }
};

}  // namespace focus_billing
