#include "focus_billing/input/focus_columns.hpp"

namespace focus_billing {

const std::array<ColumnName, column_count>& typed_columns() {
    static constexpr std::array<ColumnName, column_count> columns = {{
        {Column::billing_period_start, "BillingPeriodStart", ""},
        {Column::billing_period_end, "BillingPeriodEnd", ""},
        {Column::charge_period_start, "ChargePeriodStart", ""},
        {Column::charge_period_end, "ChargePeriodEnd", ""},
        {Column::billed_cost, "BilledCost", ""},
        {Column::list_cost, "ListCost", ""},
        {Column::contracted_cost, "ContractedCost", ""},
        {Column::effective_cost, "EffectiveCost", ""},
        {Column::billing_currency, "BillingCurrency", ""},
        {Column::charge_category, "ChargeCategory", ""},
        {Column::charge_class, "ChargeClass", ""},
        {Column::charge_description, "ChargeDescription", ""},
        {Column::service_name, "ServiceName", ""},
        {Column::service_category, "ServiceCategory", ""},
        {Column::resource_id, "ResourceId", ""},
        {Column::resource_name, "ResourceName", ""},
        {Column::region_id, "RegionId", "Region"},
        {Column::sku_id, "SkuId", ""},
        {Column::sub_account_id, "SubAccountId", ""},
        {Column::sub_account_name, "SubAccountName", ""},
        {Column::provider_name, "ProviderName", "Provider"},
        {Column::service_provider_name, "ServiceProviderName", ""},
        {Column::invoice_id, "InvoiceId", ""},
        {Column::consumed_quantity, "ConsumedQuantity", "UsageQuantity"},
        {Column::consumed_unit, "ConsumedUnit", "UsageUnit"},
        {Column::tags, "Tags", ""},
    }};
    return columns;
}

std::string_view column_name(Column column) {
    return typed_columns()[static_cast<std::size_t>(column)].name;
}

std::span<const Column> required_columns() {
    static constexpr std::array columns = {Column::billing_period_start, Column::billed_cost,
                                           Column::tags};
    return columns;
}

std::span<const std::string_view> untyped_columns() {
    static constexpr auto columns = std::to_array<std::string_view>({
        "AllocatedMethodDetails",
        "AllocatedMethodId",
        "AllocatedResourceId",
        "AllocatedResourceName",
        "AllocatedTags",
        "AmortizedCost",
        "AvailabilityZone",
        "BillingAccountId",
        "BillingAccountName",
        "BillingAccountType",
        "CapacityReservationId",
        "CapacityReservationStatus",
        "ChargeFrequency",
        "ChargeSubCategory",
        "ChargeType",
        "CommitmentDiscountCategory",
        "CommitmentDiscountId",
        "CommitmentDiscountName",
        "CommitmentDiscountQuantity",
        "CommitmentDiscountStatus",
        "CommitmentDiscountType",
        "CommitmentDiscountUnit",
        "CommitmentProgramEligibilityDetails",
        "ContractApplied",
        "ContractedUnitPrice",
        "HostProviderName",
        "InvoiceDetailId",
        "InvoiceIssuer",
        "InvoiceIssuerName",
        "ListUnitPrice",
        "PricingCategory",
        "PricingCurrency",
        "PricingCurrencyContractedUnitPrice",
        "PricingCurrencyEffectiveCost",
        "PricingCurrencyListUnitPrice",
        "PricingQuantity",
        "PricingUnit",
        "Publisher",
        "PublisherName",
        "RegionName",
        "ResourceType",
        "ServiceSubcategory",
        "SkuMeter",
        "SkuPriceDetails",
        "SkuPriceId",
        "SubAccountType",
    });
    return columns;
}

std::span<const std::string_view> charge_categories() {
    static constexpr auto values =
        std::to_array<std::string_view>({"Usage", "Purchase", "Tax", "Credit", "Adjustment"});
    return values;
}

std::span<const std::string_view> charge_classes() {
    static constexpr auto values = std::to_array<std::string_view>({"Correction"});
    return values;
}

std::span<const std::string_view> service_categories() {
    static constexpr auto values = std::to_array<std::string_view>({
        "AI and Machine Learning",
        "Analytics",
        "Business Applications",
        "Compute",
        "Databases",
        "Developer Tools",
        "Multicloud",
        "Identity",
        "Integration",
        "Internet of Things",
        "Management and Governance",
        "Media",
        "Migration",
        "Mobile",
        "Networking",
        "Security",
        "Storage",
        "Web",
        "Other",
    });
    return values;
}

}  // namespace focus_billing
