#include "focus_billing/model/percentage.hpp"

namespace focus_billing {

namespace {

constexpr std::uint64_t most_tenths = std::uint64_t{1} << 40U;

}  // namespace

// By search: amounts are never divided.
std::string percentage(const DecimalSum& part, const DecimalSum& whole) {
    if (whole.sign() == 0)
        return {};
    const auto doubled = part.magnitude().times(2000);
    const auto base = whole.magnitude();
    const auto fits = [&](std::uint64_t tenths) {
        return base.times(2 * tenths - 1).difference(doubled).sign() <= 0;
    };
    std::uint64_t tenths = 0;
    for (std::uint64_t step = most_tenths; step > 0; step /= 2) {
        if (fits(tenths + step))
            tenths += step;
    }
    std::string text = part.sign() < 0 && tenths > 0 ? "-" : "";
    return text.append(std::to_string(tenths / 10)).append(".").append(std::to_string(tenths % 10));
}

}  // namespace focus_billing
