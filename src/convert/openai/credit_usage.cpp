#include "focus_billing/convert/openai/credit_usage.hpp"

#include "focus_billing/convert/csv_table.hpp"
#include "convert/provider_dates.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

constexpr std::int64_t day_seconds = 86'400;

enum Column : std::size_t {
    date,
    account,
    account_user,
    email,
    name,
    public_id,
    usage_type,
    credits,
    quantity,
    units
};

const std::vector<CsvColumn>& columns() {
    static const std::vector<CsvColumn> table = {{{"date_partition", "date"}},
                                                 {{"account_id"}, false},
                                                 {{"account_user_id"}, false},
                                                 {{"email"}},
                                                 {{"name"}, false},
                                                 {{"public_id"}, false},
                                                 {{"usage_type"}},
                                                 {{"usage_credits"}},
                                                 {{"usage_quantity"}, false},
                                                 {{"usage_units"}, false}};
    return table;
}

std::string cells_of(CsvTable& table) {
    std::string cells;
    for (std::size_t i = 0; i < columns().size(); ++i)
        cells.append(trimmed(table.text(i))) += '\n';
    return cells;
}

// Accounts of services have no address.
std::string user_of(CsvTable& table) {
    if (auto address = comparable_email(table.text(email)); !address.empty())
        return address;
    for (const auto column : {account_user, public_id, name}) {
        if (const auto text = trimmed(table.text(column)); !text.empty())
            return std::string(text);
    }
    return "unknown";
}

void take_row(CsvTable& table, const std::function<void(const CreditUsage&)>& on_usage) {
    const auto time = parse_provider_date(table.text(date));
    if (!time) {
        table.report(602, date, "this is no date", std::string(table.text(date)),
                     "it is written M/D/YYYY or YYYY-MM-DD");
        return;
    }
    const auto text = trimmed(table.text(credits));
    const auto amount = parse_decimal(text);
    if (amount.fault != DecimalFault::none || amount.value < Decimal{}) {
        table.report(602, credits, "credits must be a number of 0 or more", std::string(text),
                     "export the usage again");
        return;
    }
    on_usage({.day = {time->seconds - time->seconds % day_seconds, 0},
              .user = user_of(table),
              .user_name = std::string(trimmed(table.text(name))),
              .usage_type = std::string(trimmed(table.text(usage_type))),
              .credits = amount.value,
              .quantity = table.number(quantity).value_or(Decimal{}),
              .unit = std::string(trimmed(table.text(units))),
              .cells = cells_of(table)});
}

}  // namespace

void read_credit_usage(const ConverterInput& input,
                       const std::function<void(const CreditUsage&)>& on_usage,
                       const std::function<void(const Diagnostic&)>& on_finding) {
    CsvTable table(input, columns(), on_finding);
    table.for_each_row([&] { take_row(table, on_usage); });
}

}  // namespace focus_billing
