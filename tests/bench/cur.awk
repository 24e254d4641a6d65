# awk -v rows=N -f cur.awk: line items of January 2025 as AWS's cost and usage report 2.0 has them: of a
# hundred, 84 are usage, 10 the two halves of what a savings plan covers, 4 covered by reservations, one
# is a tax and one a credit. 3,000 sets of tags.
function item_type(n) {
    if (n < 10) return n % 2 ? "SavingsPlanNegation" : "SavingsPlanCoveredUsage"
    if (n < 14) return "DiscountedUsage"
    if (n < 16) return n % 2 ? "Credit" : "Tax"
    return "Usage"
}

BEGIN {
    print "identity_line_item_id,identity_time_interval,bill_billing_period_start_date,bill_billing_period_end_date,bill_payer_account_id,bill_invoice_id,bill_invoicing_entity,line_item_usage_account_id,line_item_usage_account_name,line_item_line_item_type,line_item_usage_start_date,line_item_usage_end_date,line_item_product_code,line_item_usage_type,line_item_operation,line_item_availability_zone,line_item_usage_amount,line_item_currency_code,line_item_unblended_rate,line_item_unblended_cost,line_item_line_item_description,line_item_resource_id,product_region_code,product_sku,pricing_rate_code,pricing_unit,pricing_public_on_demand_rate,pricing_public_on_demand_cost,reservation_effective_cost,reservation_reservation_a_r_n,savings_plan_savings_plan_effective_cost,savings_plan_savings_plan_a_r_n,resource_tags,product"
    services = split("AmazonEC2 AmazonS3 AmazonRDS AWSLambda AmazonCloudWatch AmazonSageMaker", code, " ")
    split("Amazon Elastic Compute Cloud|Amazon Simple Storage Service|Amazon Relational Database Service|AWS Lambda|AmazonCloudWatch|Amazon SageMaker", name, "|")
    split("BoxUsage:m5.large TimedStorage-ByteHrs InstanceUsage:db.r6g.large Lambda-GB-Second DataProcessing-Bytes Notebk:ml.t3.medium", usage, " ")
    for (i = 1; i <= rows; i++) {
        type = item_type(i % 100)
        whole = type == "Tax" || type == "Credit"
        s = type == "Usage" ? i % services + 1 : 1
        hour = i * 7 % 743
        begun = whole ? "2025-01-01T00:00:00.000Z" : sprintf("2025-01-%02dT%02d:00:00.000Z", int(hour / 24) + 1, hour % 24)
        ended = whole ? "2025-02-01T00:00:00.000Z" : sprintf("2025-01-%02dT%02d:00:00.000Z", int((hour + 1) / 24) + 1, (hour + 1) % 24)
        amount = sprintf("%d.%010d", i % 24, i * 7919 % 10000000000)
        cost = sprintf("%d.%010d", i % 7, i * 104729 % 10000000000)
        plan = type ~ /^SavingsPlan/ ? "arn:aws:savingsplans::409217735081:savingsplan/5e0f-" i % 4 : ""
        reserved = type == "DiscountedUsage" ? "arn:aws:ec2:us-east-2:409217735081:reserved-instances/7d-" i % 3 : ""
        set = i * 31 % 3000
        tags = whole ? "" : sprintf("\"{\"\"user_pi_email\"\":\"\"pi%d@example.edu\"\",\"\"user_project_id\"\":\"\"project-%d\"\",\"\"user_fund_org\"\":\"\"2318%02d-4410\"\",\"\"user_environment\"\":\"\"%s\"\"}\"", set % 400, set, set % 100, set % 3 ? "production" : "test")
        printf "%032x%020d,%s/%s,2025-01-01T00:00:00.000Z,2025-02-01T00:00:00.000Z,409217735081,EUINV25-%d,\"Amazon Web Services, Inc.\",5182033%05d,lab-%d,%s,%s,%s,%s,%s,%s,us-east-2%s,%s,USD,%s,%s,%s,%s,us-east-2,SKU%06d,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s\n",
            i * 16807 % 2147483647, i, begun, ended, i % 9, i % 60, i % 60, type, begun, ended, code[s],
            "USE2-" usage[s], whole ? "" : "RunInstances:" i % 40, substr("abc", i % 3 + 1, 1), whole ? "" : amount,
            whole ? "" : "0.0960000000", (type ~ /Negation|Credit/ ? "-" : "") (reserved == "" ? cost : "0"),
            "\"$0.096 per unit of " name[s] ", first 10 TB\"",
            whole ? "" : "arn:aws:ec2:us-east-2:5182033" sprintf("%05d", i % 60) ":instance/i-0" sprintf("%016d", i * 13 % 90000), i % 5000,
            "SKU" i % 5000 ".JRTCKXETXF.6YS6EN2CT7", s == 2 ? "GB-Mo" : "Hrs", whole ? "" : "0.0960000000", whole ? "" : cost,
            reserved == "" ? "" : "0.0610000000", reserved, type == "SavingsPlanCoveredUsage" ? "0.0600000000" : "", plan, tags,
            "\"{\"\"product_name\"\":\"\"" name[s] "\"\",\"\"region\"\":\"\"us-east-2\"\"}\""
    }
}
