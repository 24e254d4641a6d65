#include "render/statements/line_label.hpp"

#include "render/amounts_and_dates.hpp"
#include "render/view_dates.hpp"

namespace focus_billing {

namespace {

std::string_view transfer_word(std::string_view amount) {
    if (is_zero(amount))
        return "Transfer";
    return is_negative(amount) ? "Transferred away" : "Transferred here";
}

// What stands before the name of the service.
std::string kind_text(LineKind kind, std::string_view period, std::string_view amount) {
    const std::string month = period.empty() ? "" : shown_month(period);
    const std::string behind = month.empty() ? "" : ", " + month;
    switch (kind) {
    case LineKind::credit: return "Credit" + behind;
    case LineKind::tax: return "Tax" + behind;
    case LineKind::adjustment: return "Adjustment" + behind;
    case LineKind::correction: return month.empty() ? "Correction" : "Correction of " + month;
    case LineKind::transfer: return std::string(transfer_word(amount)) + behind;
    case LineKind::service:
    case LineKind::carried: break;
    }
    return {};
}

}  // namespace

std::string service_label(std::string_view service) {
    return service.empty() ? "Other services" : std::string(service);
}

std::string line_label(LineKind kind, std::string_view service, std::string_view period,
                       std::string_view amount) {
    const std::string month = period.empty() ? "" : shown_month(period);
    if (kind == LineKind::service)
        return service_label(service) + (month.empty() ? "" : ", " + month);
    if (kind == LineKind::carried)
        return service_label(service) +
               (month.empty() ? ", carried over" : ", carried from " + month);
    return kind_text(kind, period, amount) + ": " +
           (service.empty() ? "other services" : std::string(service));
}

}  // namespace focus_billing
