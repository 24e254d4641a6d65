#include "focus_billing/input/bind_columns.hpp"

#include <catch2/catch.hpp>

#include "focus_billing/model/text.hpp"
#include "input/charge_file.hpp"

using namespace focus_billing;

namespace {

Lines findings(const std::vector<std::string>& header) {
    return finding_texts(bind_columns(header, "sample.csv").diagnostics);
}

std::size_t field_of(const std::vector<std::string>& header, Column column) {
    return bind_columns(header, "sample.csv").binding.field(column);
}

const std::string required_help = "add the column, or export the file in FOCUS format: "
                                  "BillingPeriodStart, BilledCost and Tags are required";

}  // namespace

TEST_CASE("columns are found in any order and any case", "[columns]") {
    const std::vector<std::string> header = {"TAGS", "x_Team", "billedcost", "RegionName",
                                             "BillingPeriodSTART"};
    const auto bound = bind_columns(header, "sample.csv");
    CHECK(bound.diagnostics.empty());
    CHECK(bound.binding.field(Column::tags) == 0);
    CHECK(bound.binding.field(Column::billed_cost) == 2);
    CHECK(bound.binding.field(Column::billing_period_start) == 4);
    CHECK_FALSE(bound.binding.has(Column::list_cost));
    CHECK(bound.binding.width() == 5);
    CHECK(bound.focus_columns == 4);
    CHECK(bound.passed_over == Lines{"x_Team"});
}

TEST_CASE("every typed column is found under its name", "[columns]") {
    std::vector<std::string> header;
    for (const auto& column : typed_columns())
        header.emplace_back(column.name);
    const auto bound = bind_columns(header, "sample.csv");
    CHECK(bound.diagnostics.empty());
    for (std::size_t i = 0; i < column_count; ++i) {
        CHECK(bound.binding.field(static_cast<Column>(i)) == i);
        CHECK(typed_columns()[i].column == static_cast<Column>(i));
    }
}

TEST_CASE("no name belongs to two columns", "[columns]") {
    Lines names;
    for (const auto& column : typed_columns()) {
        names.push_back(lower_case(column.name));
        if (!column.older_name.empty())
            names.push_back(lower_case(column.older_name));
    }
    for (const auto name : untyped_columns())
        names.push_back(lower_case(name));
    std::ranges::sort(names);
    CHECK(std::ranges::adjacent_find(names) == names.end());
}

TEST_CASE("older names are read, and newer ones are preferred", "[columns]") {
    const std::vector<std::string> old = {"BillingPeriodStart", "BilledCost", "Tags",
                                          "Provider",           "Region",     "UsageQuantity",
                                          "UsageUnit"};
    CHECK(findings(old).empty());
    CHECK(field_of(old, Column::provider_name) == 3);
    CHECK(field_of(old, Column::region_id) == 4);
    CHECK(field_of(old, Column::consumed_quantity) == 5);
    CHECK(field_of(old, Column::consumed_unit) == 6);
    CHECK(field_of({"Region", "RegionId"}, Column::region_id) == 1);
    CHECK(field_of({"RegionId", "Region"}, Column::region_id) == 0);
    CHECK(field_of({"region", "REGIONID"}, Column::region_id) == 1);
}

TEST_CASE("FB113: a required column is missing", "[columns]") {
    CHECK(findings({"BillingPeriodStart", "Tags"}) ==
          Lines{"1 error FB113 BilledCost | the file has no column BilledCost |  | " +
                required_help});
    CHECK(
        findings({"a", "b"}) ==
        Lines{"1 error FB113 BillingPeriodStart | the file has no column BillingPeriodStart |  | " +
                  required_help,
              "1 error FB113 BilledCost | the file has no column BilledCost |  | " + required_help,
              "1 error FB113 Tags | the file has no column Tags |  | " + required_help});
    CHECK(findings({"BillingPeriodStart", "Billed Cost", "Tags"}) ==
          Lines{"1 error FB113 BilledCost | the file has no column BilledCost |  | did you mean "
                "'BilledCost' where the header says 'Billed Cost'? Rename it"});
    CHECK(findings({"BillingPeriodStart", "ListCost", "EffectiveCost", "Tags"}).size() == 1);
}

TEST_CASE("FB113: an export in a provider's own format is named", "[columns]") {
    const auto first = [](const std::vector<std::string>& header) {
        return findings(header).front();
    };
    const std::string message = "1 error FB113 BillingPeriodStart | the file has no column "
                                "BillingPeriodStart |  | this looks like ";
    const std::string advice = "; choose FOCUS as the format of the export";
    CHECK(first({"lineItem/UnblendedCost"}) == message + "an AWS Cost and Usage Report" + advice);
    CHECK(first({"line_item_unblended_cost", "tags"}) ==
          message + "an AWS Cost and Usage Report" + advice);
    CHECK(first({"Date", "consumedService"}) == message + "an Azure cost details export" + advice);
    CHECK(first({"email", "usage_credits"}) == message + "a ChatGPT credit usage export" + advice);
}

TEST_CASE("FB114: fields separated by something else than a comma", "[columns]") {
    const std::string help = " | save the file with commas as separators";
    CHECK(findings({"BillingPeriodStart;BilledCost;Tags"}) ==
          Lines{"1 error FB114 | the fields are separated by ';', not by commas | "
                "BillingPeriodStart;BilledCost;Tags" +
                help});
    CHECK(findings({"BillingPeriodStart\tBilledCost"}) ==
          Lines{"1 error FB114 | the fields are separated by tabs, not by commas | "
                "BillingPeriodStart\tBilledCost" +
                help});
    CHECK(findings({"a|b"}) ==
          Lines{"1 error FB114 | the fields are separated by '|', not by commas | a|b" + help});
    CHECK(findings({std::string(100, 'a') + ";"}) ==
          Lines{"1 error FB114 | the fields are separated by ';', not by commas | " +
                std::string(60, 'a') + help});
    CHECK(findings({"BilledCost"}).size() == 2);
}

TEST_CASE("FB119: a column name that is nearly a FOCUS column", "[columns]") {
    const std::vector<std::string> required = {"BillingPeriodStart", "BilledCost", "Tags"};
    const auto with = [&](const std::string& name) {
        auto header = required;
        header.push_back(name);
        return findings(header);
    };
    CHECK(with("ResourceID ") ==
          Lines{"1 warning FB119 ResourceID  | the column is not of FOCUS and "
                "is passed over | ResourceID  | did you mean 'ResourceId'? "
                "Rename it"});
    CHECK(with("EfectiveCost") == Lines{"1 warning FB119 EfectiveCost | the column is not of FOCUS "
                                        "and is passed over | EfectiveCost | did you mean "
                                        "'EffectiveCost'? Rename it"});
    CHECK(with("x_EfectiveCost").empty());
    CHECK(with("X_EfectiveCost").empty());
    CHECK(with("Comment").empty());
    CHECK(with("").empty());
    CHECK(with("BilledCosts").empty());
}

TEST_CASE("a byte of UTF-8 is not cut in a long header", "[columns]") {
    std::string header = std::string(59, 'a');
    for (int i = 0; i < 10; ++i)
        header += "\xC3\xA9";
    CHECK(findings({header + ";b"}) ==
          Lines{"1 error FB114 | the fields are separated by ';', not by commas | " +
                std::string(59, 'a') + " | save the file with commas as separators"});
}
