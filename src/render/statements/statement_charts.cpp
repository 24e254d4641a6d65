#include "render/statements/statement_charts.hpp"

#include "render/amounts_and_dates.hpp"
#include "render/statements/bar_chart.hpp"
#include "render/statements/statement_tables.hpp"

namespace focus_billing {

namespace {

// The months that are told of: those with an amount, and how many there are without.
std::string months_in_words(const std::vector<StatementMonth>& months, const Money& money) {
    std::vector<std::string> words;
    for (const auto& month : months) {
        if (!month.due.empty())
            words.push_back(shown_month(month.period) + " " + money.with_currency(month.due));
    }
    const auto empty = months.size() - words.size();
    if (words.empty())
        return "Nothing was posted in these months.";
    const std::string text = "Amount due by month: " + joined(words) + ".";
    if (empty == 0)
        return text;
    return text + " Nothing was posted in the " +
           (empty == 1 ? "other month." : std::to_string(empty) + " other months.");
}

}  // namespace

ChartView services_chart(const Statement& statement, const Money& money) {
    constexpr std::size_t most_bars = 8;
    std::map<std::string_view, DecimalSum> services;
    for (const auto& section : statement.sections) {
        for (const auto& line : section.lines)
            add_amount(line.due, services[line.service]);
    }
    std::vector<Bar> bars;
    for (const auto& [service, amount] : services)
        bars.push_back({service_label(service), amount});
    return bar_chart("Amount due by service", largest_bars(std::move(bars), most_bars, "service"),
                     money);
}

ChartView months_chart(const std::vector<StatementMonth>& months, const Money& money) {
    ChartView chart;
    chart.title = "Amount due by month, in " + money.currency;
    std::vector<DecimalSum> amounts;
    for (const auto& month : months) {
        chart.points.push_back({.label = short_month(month.period),
                                .value = money.amount(month.due),
                                .is_known = !month.due.empty()});
        amounts.push_back(amount_of(month.due));
    }
    set_shares(amounts, chart.points);
    if (!months.empty())
        chart.description = months_in_words(months, money);
    return chart;
}

}  // namespace focus_billing
