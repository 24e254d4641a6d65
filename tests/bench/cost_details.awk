# awk -v rows=N -f cost_details.awk: actual costs of January 2025 as Azure's cost details have them: of a
# hundred rows, 8 are covered by a reservation and one is its purchase; half of the tags have braces.
# 3,000 sets of tags.
BEGIN {
    print "BillingAccountId,BillingAccountName,BillingPeriodStartDate,BillingPeriodEndDate,SubscriptionId,SubscriptionName,Date,Product,PartNumber,MeterId,MeterCategory,MeterSubCategory,MeterName,Quantity,EffectivePrice,CostInBillingCurrency,UnitPrice,BillingCurrencyCode,ResourceLocation,ConsumedService,ResourceId,ResourceName,AdditionalInfo,Tags,CostCenter,UnitOfMeasure,ResourceGroup,ReservationId,ReservationName,PublisherName,ChargeType,Frequency,PayGPrice,PricingModel,benefitId,benefitName"
    meters = split("Virtual Machines|Storage|SQL Database|Azure Monitor|Bandwidth|Azure Machine Learning", category, "|")
    split("Compute Storage Sql Insights Network MachineLearningServices", service, " ")
    for (i = 1; i <= rows; i++) {
        bought = i % 100 == 0
        covered = i % 100 > 0 && i % 100 <= 8
        m = bought || covered ? 1 : i % meters + 1
        set = i * 31 % 3000
        tags = sprintf("\"\"pi_email\"\": \"\"pi%d@example.edu\"\",\"\"project_id\"\": \"\"project-%d\"\",\"\"fund_org\"\": \"\"2318%02d-4410\"\"", set % 400, set, set % 100)
        if (set % 2) tags = "{" tags "}"
        group = "rg-lab-" set % 250
        subscription = sprintf("1caaa5a3-2b66-438e-8ab4-%012d", i % 40)
        resource = "/subscriptions/" subscription "/resourceGroups/" group "/providers/Microsoft." service[m] "/items/node-" i * 13 % 90000
        benefit = bought || covered ? "/providers/Microsoft.Capacity/reservationOrders/49ed0e4d-" i % 5 : ""
        cost = covered ? "0" : sprintf("%d.%016d", i % 9, i * 7919 % 9007199254740)
        printf "8611537,Example University,01/01/2025,01/31/2025,%s,Research %d,01/%02d/2025,%s - series %d - West Europe,AAA-%05d,f31064a2-ed95-4e11-8b69-%012d,%s,series %d,unit %d,%d.%06d,%s,%s,0.0960000000,USD,westeurope,Microsoft.%s,%s,node-%d,%s,\"%s\",acm%d,1 Hour,%s,%s,%s,Microsoft,%s,%s,0.0416,%s,%s,%s\n",
            subscription, i % 40, i % 31 + 1, category[m], i % 20, i % 700, i % 700, category[m], i % 20, i % 30,
            i % 24, i * 31 % 1000000, cost, cost, service[m], resource, i * 13 % 90000,
            m == 1 ? "\"{\"\"VMName\"\":\"\"node\"\",\"\"VCPUs\"\":4}\"" : "", tags, i % 100, group,
            benefit == "" ? "" : "49ed0e4d-" i % 5, benefit == "" ? "" : "D4s 1 year",
            bought ? "Purchase" : "Usage", bought ? "Recurring" : "UsageBased",
            benefit == "" ? "OnDemand" : "Reservation", benefit, benefit == "" ? "" : "D4s 1 year"
    }
}
