#include "render/statements/bar_chart.hpp"

#include <charconv>
#include <cmath>
#include <utility>

namespace focus_billing {

namespace {

bool is_larger(const Bar& left, const Bar& right) {
    const int sign = left.amount.magnitude().difference(right.amount.magnitude()).sign();
    return sign != 0 ? sign > 0 : left.label < right.label;
}

double length_of(const DecimalSum& amount) {  // not money: the length of a bar
    const auto text = amount.text();
    double length = 0;  // not money: the length of a bar
    std::from_chars(text.data(), text.data() + text.size(), length);
    return length;
}

}  // namespace

std::vector<Bar> largest_bars(std::vector<Bar> bars, std::size_t most, const std::string& noun) {
    std::ranges::sort(bars, is_larger);
    if (bars.size() <= most)
        return bars;
    const auto others = bars.size() - (most - 1);
    Bar rest{std::to_string(others) + " other " + noun + "s", {}};
    for (std::size_t i = most - 1; i < bars.size(); ++i)
        rest.amount.add(bars[i].amount);
    bars.resize(most - 1);
    bars.push_back(std::move(rest));
    return bars;
}

ChartView bar_chart(const std::string& what, const std::vector<Bar>& bars, const Money& money) {
    ChartView chart;
    chart.title = what + ", in " + money.currency;
    std::vector<std::string> words;
    std::vector<DecimalSum> amounts;
    for (const auto& bar : bars) {
        const auto text = bar.amount.text();
        chart.points.push_back({.label = bar.label, .value = money.amount(text)});
        words.push_back(bar.label + " " + money.with_currency(text));
        amounts.push_back(bar.amount);
    }
    set_shares(amounts, chart.points);
    if (!bars.empty())
        chart.description = what + ": " + joined(words) + ".";
    return chart;
}

void set_shares(const std::vector<DecimalSum>& amounts, std::vector<ChartPoint>& points) {
    double longest = 0;  // not money: the length of a bar
    for (const auto& amount : amounts)
        longest = std::max(longest, std::abs(length_of(amount)));
    for (std::size_t i = 0; i < points.size(); ++i)
        points[i].share = longest > 0 ? length_of(amounts[i]) / longest : 0;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i)
        text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
    return text;
}

}  // namespace focus_billing
