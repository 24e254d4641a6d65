#include "convert/aws/aws_columns.hpp"

namespace focus_billing {

const std::vector<CsvColumn>& AwsColumns::all() {
    static_assert(column_count == 43);
    static const std::vector<CsvColumn> table = {
        {{"bill/BillingPeriodStartDate"}},
        {{"lineItem/UsageStartDate"}},
        {{"lineItem/UsageEndDate"}, false},
        {{"lineItem/LineItemType"}},
        {{"lineItem/UnblendedCost"}},
        {{"lineItem/NetUnblendedCost"}, false},
        {{"lineItem/CurrencyCode"}, false},
        {{"bill/PayerAccountId"}, false},
        {{"bill/PayerAccountName"}, false},
        {{"lineItem/UsageAccountId"}},
        {{"lineItem/UsageAccountName"}, false},
        {{"lineItem/ProductCode"}},
        {{"product/ProductName"}, false},
        {{"lineItem/LineItemDescription"}, false},
        {{"lineItem/UsageAmount"}, false},
        {{"pricing/unit"}, false},
        {{"lineItem/UsageType"}, false},
        {{"lineItem/Operation"}, false},
        {{"lineItem/ResourceId"}, false},
        {{"product/regionCode", "product/region"}, false},
        {{"lineItem/AvailabilityZone"}, false},
        {{"product/sku"}, false},
        {{"pricing/RateCode", "pricing/RateId"}, false},
        {{"bill/InvoiceId"}, false},
        {{"bill/InvoicingEntity", "lineItem/LegalEntity"}, false},
        {{"pricing/publicOnDemandRate"}, false},
        {{"pricing/publicOnDemandCost"}, false},
        {{"savingsPlan/SavingsPlanEffectiveCost"}, false},
        {{"savingsPlan/NetSavingsPlanEffectiveCost"}, false},
        {{"savingsPlan/TotalCommitmentToDate"}, false},
        {{"savingsPlan/UsedCommitment"}, false},
        {{"savingsPlan/SavingsPlanARN"}, false},
        {{"reservation/EffectiveCost"}, false},
        {{"reservation/NetEffectiveCost"}, false},
        {{"reservation/UnusedAmortizedUpfrontFeeForBillingPeriod"}, false},
        {{"reservation/NetUnusedAmortizedUpfrontFeeForBillingPeriod"}, false},
        {{"reservation/UnusedRecurringFee"}, false},
        {{"reservation/NetUnusedRecurringFee"}, false},
        {{"reservation/ReservationARN"}, false},
        {{"resource_tags"}, false},
        {{"tags"}, false},
        {{"cost_category"}, false},
        {{"product"}, false},
    };
    return table;
}

}  // namespace focus_billing
