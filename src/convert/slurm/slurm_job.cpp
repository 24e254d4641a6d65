#include "convert/slurm/slurm_job.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace focus_billing {

namespace {

constexpr std::array<std::string_view, 25> job_states = {
    "BOOT_FAIL",    "CANCELLED",     "COMPLETED", "COMPLETING",    "CONFIGURING",
    "DEADLINE",     "FAILED",        "NODE_FAIL", "OUT_OF_MEMORY", "PENDING",
    "PREEMPTED",    "RECONFIG_FAIL", "REQUEUED",  "REQUEUE_FED",   "REQUEUE_HOLD",
    "RESIZING",     "RESV_DEL_HOLD", "REVOKED",   "RUNNING",       "SIGNALING",
    "SPECIAL_EXIT", "STAGE_OUT",     "STOPPED",   "SUSPENDED",     "TIMEOUT"};

std::optional<std::int64_t> parse_number(std::string_view text) {
    std::int64_t number = 0;
    const auto* last = text.data() + text.size();
    const auto [end, fault] = std::from_chars(text.data(), last, number);
    if (fault != std::errc() || end != last || text.empty() || number < 0 ||
        number > 100'000'000'000)
        return std::nullopt;
    return number;
}

}  // namespace

std::string_view base_state(std::string_view state) {
    state = state.substr(0, state.find(' '));
    if (state.ends_with('+'))
        state.remove_suffix(1);
    return state;
}

bool is_job_state(std::string_view state) {
    return std::ranges::find(job_states, state) != job_states.end();
}

std::optional<std::int64_t> parse_duration(std::string_view text) {
    text = text.substr(0, text.find('.'));
    std::int64_t days = 0;
    const auto dash = text.find('-');
    if (dash != std::string_view::npos) {
        const auto parsed = parse_number(text.substr(0, dash));
        if (!parsed)
            return std::nullopt;
        days = *parsed;
        text.remove_prefix(dash + 1);
    }
    std::int64_t seconds = 0;
    int parts = 0;
    for (bool more = true; more; ++parts) {
        const auto colon = text.find(':');
        const auto parsed = parse_number(text.substr(0, colon));
        if (!parsed)
            return std::nullopt;
        seconds = seconds * 60 + *parsed;
        more = colon != std::string_view::npos;
        text.remove_prefix(more ? colon + 1 : text.size());
    }
    // Behind days, one part is hours; without them, minutes and seconds are the least.
    if (dash != std::string_view::npos) {
        for (; parts < 3; ++parts)
            seconds *= 60;
    }
    if (parts < 2 || parts > 3)
        return std::nullopt;
    return days * 86'400 + seconds;
}

}  // namespace focus_billing
