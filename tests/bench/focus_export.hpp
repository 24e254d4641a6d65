#pragma once

#include "charge_amounts.hpp"
#include "generation_options.hpp"
#include "random_source.hpp"
#include "row_text.hpp"
#include "tag_pool.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace focus_billing {

/// What is the same in the rows of one billing period.
struct ExportPeriod {
    explicit ExportPeriod(Month billing_month);

    Month month;
    std::string name;                ///< `2025-01`
    std::vector<std::string> dates;  ///< every day of the month, and the next 1st
    std::vector<std::string> hours;  ///< every hour of the month, and the next month's first
};

/// A charge's own part: its stream of random numbers, its costs' signs and its tags.
struct ExportRow {
    std::uint64_t number;
    const ExportPeriod& period;
    const TagSet& tags;
    RandomSource& random;
};

/// The number of the row whose resource this row charges: mostly its own, for one of six an
/// earlier one.
std::uint64_t draw_resource(RandomSource& random, std::uint64_t row);

/// The 12 columns of a centre that charges its own services, with dates without time.
void write_campus_header(RowText& text);
ChargeAmounts write_campus_row(RowText& text, const GenerationOptions& options, ExportRow row);

/// The 43 columns of FOCUS 1.0 as a cloud provider exports them, charged by the hour.
void write_cloud_header(RowText& text);
ChargeAmounts write_cloud_row(RowText& text, const GenerationOptions& options, ExportRow row);

}  // namespace focus_billing
