#include "calendar.hpp"

#include "row_text.hpp"

#include <chrono>

namespace focus_billing {

namespace {

void append_field(std::string& text, int number, int width) {
    append_digits(text, static_cast<std::uint64_t>(number), width);
}

}  // namespace

Month Month::plus(int months) const {
    const int index = year * 12 + number - 1 + months;
    return {index / 12, index % 12 + 1};
}

int Month::days() const {
    const std::chrono::year_month_day_last last{std::chrono::year{year} /
                                                std::chrono::month{static_cast<unsigned>(number)} /
                                                std::chrono::last};
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::string Month::text() const {
    std::string text;
    append_field(text, year, 4);
    text += '-';
    append_field(text, number, 2);
    return text;
}

std::string date_text(Month month, int day) {
    if (day > month.days())
        return date_text(month.plus(1), day - month.days());
    std::string text = month.text();
    text += '-';
    append_field(text, day, 2);
    return text;
}

std::string hour_text(Month month, int hour) {
    std::string text = date_text(month, hour / 24 + 1);
    text += 'T';
    append_field(text, hour % 24, 2);
    text += ":00:00Z";
    return text;
}

}  // namespace focus_billing
