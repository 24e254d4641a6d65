#include "config/read_whole_number.hpp"

#include <charconv>

#include <fmt/format.h>

namespace focus_billing {

std::optional<int> read_whole_number(ConfigReader& reader, const Setting& setting, int least,
                                     int most) {
    const auto text = reader.filled_text(setting);
    if (!text)
        return std::nullopt;
    int number = 0;
    const char* const end = text->data() + text->size();
    const auto [stop, fault] = std::from_chars(text->data(), end, number);
    if (fault == std::errc{} && stop == end && number >= least && number <= most)
        return number;
    reader.report(8, setting,
                  fmt::format("{} is no whole number from {} to {}", setting.field, least, most),
                  *text, "write digits alone, such as 30");
    return std::nullopt;
}

}  // namespace focus_billing
