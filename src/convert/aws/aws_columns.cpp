#include "convert/aws/aws_columns.hpp"

#include <array>

namespace focus_billing {

namespace {

constexpr std::array<std::string_view, 3> resource_tag_prefixes{"resourceTags/", "resource_tags.",
                                                                "resource_tags_"};
constexpr std::array<std::string_view, 3> cost_category_prefixes{"costCategory/", "cost_category.",
                                                                 "cost_category_"};

}  // namespace

std::string key_of_aws_tag(std::string_view key) {
    for (const std::string_view prefix : {"user_", "user:"}) {
        if (key.starts_with(prefix))
            return std::string(key.substr(prefix.size()));
    }
    return std::string(key);
}

std::string key_of_prefixed_tag(std::string_view key) {
    if (key.starts_with(cost_category_prefixes.front()))
        return std::string(key);
    const auto slash = key.find('/');
    return key_of_aws_tag(slash == std::string_view::npos ? key : key.substr(slash + 1));
}

std::string key_of_resource_tag(std::string_view key) {
    const auto own = resource_tag_prefixes.front();
    return key.starts_with(own) ? key_of_aws_tag(key.substr(own.size())) : std::string();
}

std::vector<std::pair<std::size_t, std::string>>
aws_tag_columns(const std::vector<std::string>& header) {
    std::vector<std::pair<std::size_t, std::string>> columns;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string_view name = header[i];
        for (const auto prefix : resource_tag_prefixes) {
            if (name.starts_with(prefix))
                columns.emplace_back(i, key_of_aws_tag(name.substr(prefix.size())));
        }
        for (const auto prefix : cost_category_prefixes) {
            if (name.starts_with(prefix))
                columns.emplace_back(i, "costCategory/" + header[i].substr(prefix.size()));
        }
    }
    return columns;
}

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
