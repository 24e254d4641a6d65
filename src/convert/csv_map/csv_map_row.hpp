#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/format/csv_record.hpp"
#include "focus_billing/format/time_zone.hpp"
#include "focus_billing/model/convert/csv_map.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// A time in a row; without a day it is a month.
struct CsvTime {
    Instant instant;
    bool has_day = true;
};

/// The cells of a CSV row, and the values of expressions on them. Months and days are in the map's
/// time zone.
class CsvMapRow {
public:
    /// Takes a message, the value found, and help.
    using Report = std::function<void(std::string, std::string, std::string)>;

    /// The map must outlive this object; `period` is the converted month.
    CsvMapRow(const CsvMap& map, BillingPeriod period, Report report);

    void set_header(const std::vector<std::string>& header);
    [[nodiscard]] const std::vector<std::string>& header() const { return m_header; }
    /// The columns that the map uses and the header lacks, by name.
    [[nodiscard]] std::vector<std::string> missing_columns() const;
    [[nodiscard]] CsvRecord& record() { return m_record; }

    /// The cell of a column, trimmed.
    [[nodiscard]] std::string cell(const std::string& column);
    /// An empty text for null. Reports what cannot be computed, and returns nothing.
    [[nodiscard]] std::optional<std::string> text(const CsvExpression& expression);
    /// Nothing for an empty cell. Throws DecimalOverflow.
    [[nodiscard]] std::optional<Decimal> number(const CsvExpression& expression);
    [[nodiscard]] std::optional<CsvTime> time(const CsvExpression& expression);

    [[nodiscard]] BillingPeriod month_of(Instant time);
    /// The midnight that ends the day or, if no day was written, the month.
    [[nodiscard]] Instant end_of(const CsvTime& time);

private:
    [[nodiscard]] std::optional<Decimal> calculate(const CsvExpression& expression);
    [[nodiscard]] std::optional<Decimal> written_number(const CsvExpression& expression);
    [[nodiscard]] std::optional<std::string> source_text(const CsvExpression& expression);
    [[nodiscard]] std::optional<std::string> looked_up(const CsvExpression& expression);
    [[nodiscard]] std::optional<CsvTime> read_time(const CsvExpression& expression);
    [[nodiscard]] std::string filled(std::string_view text);
    [[nodiscard]] ChargePeriod month(BillingPeriod period);

    const CsvMap& m_map;
    BillingPeriod m_period;
    Report m_report;
    std::optional<TimeZone> m_zone;  // none: UTC
    std::vector<std::string> m_header;
    std::map<std::string, std::size_t> m_places;
    CsvRecord m_record;
};

}  // namespace focus_billing
