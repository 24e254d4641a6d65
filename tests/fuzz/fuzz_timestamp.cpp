#include <string>

#include "focus_billing/format/timestamp.hpp"
#include "require.hpp"

using namespace focus_billing;

namespace {

void require_day(const Timestamp& stamp) {
    require(stamp.year >= 1 && stamp.year <= 9999);
    require(stamp.month >= 1 && stamp.month <= 12 && stamp.day >= 1 && stamp.day <= 31);
    require(stamp.instant.nanoseconds < 1'000'000'000);
    require(stamp.instant.seconds >= stamp.day_start_seconds);
    require(stamp.instant < stamp.end_of_day());
    require(!stamp.date_only || stamp.instant == Instant{stamp.day_start_seconds, 0});
    require(!stamp.last_second || stamp.end_of_day().seconds - stamp.instant.seconds == 1);
}

}  // namespace

/// Any text is read as a date or refused. A date lies in the years 1 to 9999, and its text in UTC
/// is read back as the same instant.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto stamp = parse_timestamp(text_of(data, size));
    if (!stamp)
        return 0;
    require_day(*stamp);
    const std::string text = instant_text(stamp->instant);
    const auto again = parse_timestamp(text);
    require(again && again->instant == stamp->instant && again->has_zone && !again->date_only);
    require(instant_text(again->instant) == text);
    return 0;
}
