#include "focus_export.hpp"

#include <array>
#include <string_view>

#include <fmt/compile.h>
#include <fmt/format.h>

namespace focus_billing {

namespace {

struct CloudItem {
    std::string_view service;
    std::string_view category;
    std::string_view arn_service;
    std::string_view resource_type;
    std::string_view description;
    std::string_view unit;
    std::int64_t price;  ///< of one unit in 1e-6, a multiple of 10 so that a tenth is exact
};

constexpr std::array<CloudItem, 14> items{{
    {"Amazon Elastic Compute Cloud", "Compute", "ec2", "instance",
     "Linux c7g.xlarge on demand, for each instance hour or part of one", "Hours", 145'000},
    {"Amazon Elastic Compute Cloud", "Compute", "ec2", "instance",
     "Linux g5.2xlarge on demand, for each instance hour or part of one", "Hours", 1'212'000},
    {"Amazon Elastic Compute Cloud", "Compute", "ec2", "volume",
     "General purpose SSD volume (gp3), provisioned gigabyte-months", "GB-Mo", 95'200},
    {"Amazon Elastic Compute Cloud", "Compute", "ec2", "volume",
     "Provisioned IOPS above the \"baseline\" of 3,000 of a gp3 volume", "IOPS-Mo", 5'950},
    {"Amazon Simple Storage Service", "Storage", "s3", "bucket",
     "Standard storage, first 50 TB of the month, gigabyte-months", "GB-Mo", 24'500},
    {"Amazon Simple Storage Service", "Storage", "s3", "bucket",
     "PUT, COPY, POST and LIST requests, by the thousand", "1K Requests", 5'400},
    {"Amazon Simple Storage Service", "Storage", "s3", "bucket",
     "GET and all other requests, by the thousand", "1K Requests", 430},
    {"AWS Lambda", "Compute", "lambda", "function",
     "Duration of functions in thousands of gigabyte-seconds (arm64)", "1K GB-Seconds", 13'330},
    {"Amazon Relational Database Service", "Databases", "rds", "db",
     "PostgreSQL db.r6g.large, one zone, for each instance hour", "Hours", 270'000},
    {"Amazon DynamoDB", "Databases", "dynamodb", "table",
     "Write request units on demand, by the thousand", "1K WriteRequestUnits", 1'520},
    {"AmazonCloudWatch", "Management and Governance", "logs", "log-group",
     "Log data taken in, standard class, gigabytes", "GB", 630'000},
    {"Amazon SageMaker", "AI and Machine Learning", "sagemaker", "notebook-instance",
     "Notebook on ml.t3.medium, for each instance hour", "Hours", 60'000},
    {"Amazon Virtual Private Cloud", "Networking", "ec2", "natgateway",
     "Data handled by NAT gateways, gigabytes", "GB", 52'000},
    {"AWS Key Management Service", "Security", "kms", "key",
     "Requests beyond the free tier, by the ten thousand", "10K Requests", 30'000},
}};

struct Region {
    std::string_view id;
    std::string_view name;
};

constexpr std::array<Region, 6> regions{{{"us-east-2", "US East (Ohio)"},
                                         {"us-west-2", "US West (Oregon)"},
                                         {"eu-central-1", "Europe (Frankfurt)"},
                                         {"eu-west-3", "Europe (Paris)"},
                                         {"ap-southeast-2", "Asia Pacific (Sydney)"},
                                         {"sa-east-1", "South America (Sao Paulo)"}}};

constexpr std::array<std::string_view, 8> faculties{
    "Astronomy",     "Plant Sciences", "Linguistics",     "Civil Engineering",
    "Public Policy", "Chemistry",      "Medicine, North", "Data Commons"};

constexpr std::string_view payer_account = "409217735081";
constexpr std::string_view provider = "Amazon Web Services, Inc.";

struct Resource {
    const CloudItem& item;
    const Region& region;
    char zone;
    std::string account;
    std::string_view faculty;
    std::string id;
    std::string name;
    std::string sku;
    std::string sku_price;
};

std::string base32_text(std::uint64_t number, std::size_t length) {
    constexpr std::string_view alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    std::string text(length, '2');
    for (char& character : text) {
        character = alphabet[number % alphabet.size()];
        number /= alphabet.size();
    }
    return text;
}

Resource make_resource(std::uint64_t seed, std::uint64_t number) {
    RandomSource random = RandomSource::for_item(seed, number);
    const std::uint64_t item_index = random.below(items.size());
    const CloudItem& item = items[item_index];
    const std::uint64_t region_index = random.below(regions.size());
    const Region& region = regions[region_index];
    const std::uint64_t account = random.below(64);
    RandomSource of_sku = RandomSource::for_item(seed + 1, item_index * 100 + region_index);
    Resource resource{item, region, static_cast<char>('a' + random.below(3)), {}, {}, {}, {},
                      {},   {}};
    resource.account = fmt::format(FMT_COMPILE("{}"), 310'000'000'000 + account * 7'919'191'919);
    resource.faculty = faculties[account % faculties.size()];
    resource.id = fmt::format(FMT_COMPILE("arn:aws:{}:{}:{}:{}/{:017x}"), item.arn_service,
                              region.id, resource.account, item.resource_type, random.next());
    if (number % 2 == 0)
        resource.name = fmt::format(FMT_COMPILE("{}-{:05}"), item.resource_type, number % 65'521);
    resource.sku = base32_text(of_sku.next(), 12);
    resource.sku_price = resource.sku + '.' + base32_text(of_sku.next(), 10) + ".6YS6EN2CT7";
    return resource;
}

/// Price and quantity, whose product is the cost to the last digit.
struct Pricing {
    std::int64_t list_price;  ///< in 1e-6
    std::int64_t quantity;    ///< in 1e-4
    ChargeAmounts amounts;
};

Pricing draw_pricing(RandomSource& random, const CloudItem& item) {
    std::uint64_t most = 20'000'000;
    for (int narrowing = 0; narrowing < 3; ++narrowing)
        most = 1 + random.below(most);
    const auto quantity = static_cast<std::int64_t>(most);
    return {item.price, quantity, draw_amounts(random, item.price * quantity)};
}

std::string decimal_or_nothing(bool wanted, std::int64_t number, std::int64_t unit) {
    return wanted ? decimal_text(static_cast<Int128>(number) * unit) : std::string();
}

void write_commitment(RowText& text, bool committed) {
    if (!committed) {
        text.cell("").cell("").cell("").cell("").cell("");
        return;
    }
    text.cell("Spend")
        .cell("arn:aws:savingsplans::409217735081:savingsplan/5b1f0c2e-91d7-4e0a-8c44-6f3a7be2d190")
        .cell("Research Savings Plan")
        .cell("Used")
        .cell("Compute Savings Plan");
}

}  // namespace

void write_cloud_header(RowText& text) {
    for (const std::string_view column : {"AvailabilityZone",
                                          "BilledCost",
                                          "BillingAccountId",
                                          "BillingAccountName",
                                          "BillingCurrency",
                                          "BillingPeriodEnd",
                                          "BillingPeriodStart",
                                          "ChargeCategory",
                                          "ChargeClass",
                                          "ChargeDescription",
                                          "ChargeFrequency",
                                          "ChargePeriodEnd",
                                          "ChargePeriodStart",
                                          "CommitmentDiscountCategory",
                                          "CommitmentDiscountId",
                                          "CommitmentDiscountName",
                                          "CommitmentDiscountStatus",
                                          "CommitmentDiscountType",
                                          "ConsumedQuantity",
                                          "ConsumedUnit",
                                          "ContractedCost",
                                          "ContractedUnitPrice",
                                          "EffectiveCost",
                                          "InvoiceIssuerName",
                                          "ListCost",
                                          "ListUnitPrice",
                                          "PricingCategory",
                                          "PricingQuantity",
                                          "PricingUnit",
                                          "ProviderName",
                                          "PublisherName",
                                          "RegionId",
                                          "RegionName",
                                          "ResourceId",
                                          "ResourceName",
                                          "ResourceType",
                                          "ServiceCategory",
                                          "ServiceName",
                                          "SkuId",
                                          "SkuPriceId",
                                          "SubAccountId",
                                          "SubAccountName",
                                          "Tags"})
        text.cell(column);
    text.end_row();
}

ChargeAmounts write_cloud_row(RowText& text, const GenerationOptions& options, ExportRow row) {
    const Resource resource = make_resource(options.seed, draw_resource(row.random, row.number));
    const CloudItem& item = resource.item;
    const Pricing pricing = draw_pricing(row.random, item);
    const ChargeAmounts& amounts = pricing.amounts;
    const bool usage = amounts.kind != AmountKind::credit;
    const bool committed = amounts.kind == AmountKind::committed;
    const std::int64_t contracted_price =
        amounts.discounted ? pricing.list_price / 10 * 9 : pricing.list_price;
    const std::string quantity = decimal_or_nothing(usage, pricing.quantity, cost_unit / 10'000);
    const std::string_view unit = usage ? item.unit : std::string_view();
    const std::vector<std::string>& hours = row.period.hours;
    const std::uint64_t hour = row.random.below(hours.size() - 1);

    text.cell(std::string(resource.region.id) + resource.zone).cost(amounts.billed);
    text.cell(payer_account).cell("University of Examples").cell("USD");
    text.cell(hours.back()).cell(hours.front()).cell(usage ? "Usage" : "Credit").cell("");
    text.cell(item.description).cell(usage ? "Usage-Based" : "One-Time");
    text.cell(hours[hour + 1]).cell(hours[hour]);
    write_commitment(text, committed);
    text.cell(quantity).cell(unit).cost(amounts.contracted);
    text.cell(decimal_or_nothing(usage, contracted_price, cost_unit / 1'000'000));
    text.cost(amounts.effective).cell(provider).cost(amounts.list);
    text.cell(decimal_or_nothing(usage, pricing.list_price, cost_unit / 1'000'000));
    text.cell(!usage ? "" : committed ? "Committed" : "Standard").cell(quantity).cell(unit);
    text.cell("AWS").cell(provider).cell(resource.region.id).cell(resource.region.name);
    text.cell(resource.id).cell(resource.name).cell(item.resource_type);
    text.cell(item.category).cell(item.service).cell(resource.sku).cell(resource.sku_price);
    text.cell(resource.account).cell(resource.faculty).cell(row.tags.json);
    text.end_row();
    return amounts;
}

}  // namespace focus_billing
