#include "convert/azure/azure_columns.hpp"

namespace focus_billing {

const std::vector<CsvColumn>& AzureColumns::all() {
    static_assert(column_count == 34);
    static const std::vector<CsvColumn> table = {
        {{"Date", "UsageDate", "UsageDateTime"}},
        {{"BillingPeriodStartDate"}, false},
        {{"CostInBillingCurrency", "Cost", "PreTaxCost", "ExtendedCost"}},
        {{"BillingCurrencyCode", "BillingCurrency", "Currency"}, false},
        {{"ChargeType"}, false},
        {{"PricingModel"}, false},
        {{"Frequency"}, false},
        {{"Quantity", "ConsumedQuantity", "UsageQuantity"}, false},
        {{"UnitOfMeasure"}, false},
        {{"PaygCostInBillingCurrency"}, false},
        {{"PayGPrice"}, false},
        {{"ExchangeRatePricingToBilling"}, false},
        {{"BillingAccountId"}, false},
        {{"BillingAccountName"}, false},
        {{"SubscriptionId", "SubscriptionGuid"}, false},
        {{"SubscriptionName"}, false},
        {{"ResourceId", "InstanceId", "InstanceName"}, false},
        {{"ResourceName"}, false},
        {{"ConsumedService"}, false},
        {{"MeterCategory"}, false},
        {{"MeterName"}, false},
        {{"MeterId"}, false},
        {{"ProductName", "Product"}, false},
        {{"ResourceLocationNormalized", "ResourceLocation"}, false},
        {{"AvailabilityZone"}, false},
        {{"PublisherName"}, false},
        {{"InvoiceId"}, false},
        {{"Tags"}, false},
        {{"AdditionalInfo"}, false},
        {{"ReservationId"}, false},
        {{"ReservationName"}, false},
        {{"BenefitId"}, false},
        {{"BenefitName"}, false},
        {{"PartNumber"}, false},
    };
    return table;
}

}  // namespace focus_billing
