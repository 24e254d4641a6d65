#include "convert/slurm/sacct_json.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "focus_billing/format/json.hpp"

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

// Plain in older versions, `{"set": true, "infinite": false, "number": 1}` in newer ones.
std::optional<std::int64_t> number_in(const JsonValue* value) {
    if (value == nullptr)
        return std::nullopt;
    if (value->kind == JsonKind::object) {
        if (value->text_at("set") == "false")
            return std::nullopt;
        return number_in(value->find("number"));
    }
    std::int64_t number = 0;
    const auto* last = value->text.data() + value->text.size();
    const auto [end, fault] = std::from_chars(value->text.data(), last, number);
    if (value->kind != JsonKind::number || fault != std::errc() || end != last)
        return std::nullopt;
    return number;
}

// 0 means that the time has not come.
std::optional<std::int64_t> time_in(const JsonValue& job, std::string_view path) {
    const auto time = number_in(job.find_path(path));
    return time && *time > 0 ? time : std::nullopt;
}

std::string_view state_of(const JsonValue& job) {
    const auto* current = job.find_path("state.current");
    if (current == nullptr)
        return {};
    if (current->kind == JsonKind::array)
        return current->items.empty() ? std::string_view() : current->items.front().text;
    return current->text;
}

// In the words of AllocTRES; memory is counted in MiB.
std::string resources_of(const JsonValue& job) {
    std::string text;
    const auto* allocated = job.find_path("tres.allocated");
    if (allocated == nullptr)
        return text;
    for (const auto& resource : allocated->items) {
        const auto type = resource.text_at("type");
        const auto name = resource.text_at("name");
        const auto count = resource.text_at("count");
        if (count.empty() || count.starts_with('-') || type == "energy")
            continue;
        text += text.empty() ? "" : ",";
        text += type;
        if (!name.empty())
            text.append("/").append(name);
        text.append("=").append(count);
        if (type == "mem")
            text += "M";
    }
    return text;
}

std::string id_of(const JsonValue& job) {
    const std::string raw(job.text_at("job_id"));
    const auto array = number_in(job.find_path("array.job_id"));
    const auto task = number_in(job.find_path("array.task_id"));
    if (array && *array > 0 && task)
        return std::to_string(*array) + "_" + std::to_string(*task);
    const auto het = number_in(job.find_path("het.job_id"));
    const auto offset = number_in(job.find_path("het.job_offset"));
    if (het && *het > 0 && offset)
        return std::to_string(*het) + "+" + std::to_string(*offset);
    return raw;
}

// The job lives no longer than its texts.
SlurmJob job_of(const JsonValue& value, std::uint64_t place, std::string_view id,
                std::string_view resources) {
    SlurmJob job;
    job.line = place;
    job.id = id;
    job.raw_id = value.text_at("job_id");
    job.cluster = value.text_at("cluster");
    job.partition = value.text_at("partition");
    job.qos = value.text_at("qos");
    job.account = value.text_at("account");
    job.user = value.text_at("user");
    if (job.user.empty())
        job.user = value.text_at("association.user");
    job.state = base_state(state_of(value));
    job.resources = resources;
    if (resources.empty())
        job.cpus = number_in(value.find_path("required.CPUs"));
    job.submit = time_in(value, "time.submission");
    job.start = time_in(value, "time.start");
    job.end = time_in(value, "time.end");
    job.elapsed = number_in(value.find_path("time.elapsed"));
    return job;
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

void read_sacct_json(std::string_view text, const std::string& file,
                     const std::function<void(const SlurmJob&)>& on_job,
                     const std::function<void(const Diagnostic&)>& on_finding) {
    std::uint64_t count = 0;
    bool has_jobs = false;
    const auto report = [&](int code, std::string message, std::string value, std::string help) {
        on_finding(make_diagnostic(code, {.file = file, .line = 0, .column = 0}, std::move(message),
                                   std::move(value), std::move(help)));
    };
    const auto take = [&](const JsonValue& value) {
        has_jobs = true;
        ++count;
        if (value.find("job_id") == nullptr || value.find("time") == nullptr) {
            report(601, "job " + std::to_string(count) + " has no job_id or no time", {},
                   "export it from slurmdbd: sacct --json, or /slurmdb/v0.0.4x/jobs");
            return;
        }
        const auto id = id_of(value);
        const auto resources = resources_of(value);
        on_job(job_of(value, count, id, resources));
    };
    const auto note_array = [&](std::string_view, const JsonValue&) {};
    const auto fault = for_each_json_element(text, "jobs", take, note_array);
    if (fault) {
        report(601, "the file is no JSON from byte " + std::to_string(*fault) + " on", {},
               "export it again: sacct --json > jobs.json");
    } else if (!has_jobs && text.find("\"jobs\"") == std::string_view::npos) {
        report(601, "the JSON has no list 'jobs'", {},
               "export it from slurmdbd: sacct --json, or /slurmdb/v0.0.4x/jobs");
    }
}

}  // namespace focus_billing
