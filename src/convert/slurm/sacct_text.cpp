#include "convert/slurm/sacct_text.hpp"

#include <algorithm>

#include "focus_billing/format/line_reader.hpp"
#include "focus_billing/format/utf8.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

constexpr std::array<std::string_view, 16> field_names = {
    "JobID", "JobIDRaw", "Cluster", "Partition",  "QOS",   "Account", "User",      "Submit",
    "Start", "End",      "Elapsed", "ElapsedRaw", "State", "NCPUS",   "AllocCPUS", "AllocTRES"};

constexpr std::array<std::string_view, 8> free_texts = {
    "JobName",    "Comment", "AdminComment", "SystemComment",
    "SubmitLine", "Extra",   "WorkDir",      "WCKey"};

const std::vector<std::string>& usual_fields() {
    static const std::vector<std::string> fields = {
        "JobID",   "JobIDRaw",  "Cluster",   "Partition", "QOS",      "Account", "Group",
        "GID",     "User",      "UID",       "Submit",    "Eligible", "Start",   "End",
        "Elapsed", "ExitCode",  "State",     "NNodes",    "NCPUS",    "ReqCPUS", "ReqMem",
        "ReqTRES", "AllocTRES", "Timelimit", "NodeList",  "JobName"};
    return fields;
}

constexpr const char* field_help = "print it with 'sacct --parsable2' and its header, or name its "
                                   "fields under 'fields'";

std::vector<std::string> names_in(std::string_view line) {
    std::vector<std::string> names;
    for (bool more = true; more;) {
        const auto bar = line.find('|');
        names.emplace_back(trimmed(line.substr(0, bar)));
        more = bar != std::string_view::npos;
        line.remove_prefix(more ? bar + 1 : line.size());
    }
    return names;
}

std::optional<std::int64_t> parse_digits(std::string_view text) {
    std::int64_t number = 0;
    if (text.empty() || text.size() > 15)
        return std::nullopt;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

// `2025-01-31T23:59:59`, days counted as in Howard Hinnant's days_from_civil.
std::optional<LocalTime> parse_local_time(std::string_view text) {
    if (text.size() != 19 || text[4] != '-' || text[7] != '-' ||
        (text[10] != 'T' && text[10] != ' ') || text[13] != ':' || text[16] != ':')
        return std::nullopt;
    const auto year = parse_digits(text.substr(0, 4));
    const auto month = parse_digits(text.substr(5, 2));
    const auto day = parse_digits(text.substr(8, 2));
    const auto hour = parse_digits(text.substr(11, 2));
    const auto minute = parse_digits(text.substr(14, 2));
    const auto second = parse_digits(text.substr(17, 2));
    if (!year || !month || !day || !hour || !minute || !second)
        return std::nullopt;
    constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = *year % 4 == 0 && (*year % 100 != 0 || *year % 400 == 0);
    if (*month < 1 || *month > 12 || *day < 1 || *year < 1)
        return std::nullopt;
    const int length = lengths[static_cast<std::size_t>(*month - 1)] + (leap && *month == 2);
    if (*day > length || *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;
    const std::int64_t y = *year - (*month <= 2 ? 1 : 0);
    const std::int64_t era = y / 400;
    const std::int64_t year_of_era = y - era * 400;
    const std::int64_t day_of_year = (153 * (*month + (*month > 2 ? -3 : 9)) + 2) / 5 + *day - 1;
    const std::int64_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    const std::int64_t days = era * 146'097 + day_of_era - 719'468;
    return LocalTime{days * 86'400 + *hour * 3600 + *minute * 60 + *second};
}

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20;
}

bool is_no_time(std::string_view text) {
    return text.empty() || text == "Unknown" || text == "None" || text == "N/A";
}

// Of two meanings of a time on the clock the ones are taken that are as far apart as it took.
void settle(const std::optional<TimeZone::Meaning>& start,
            const std::optional<TimeZone::Meaning>& end, SlurmJob& job) {
    if (start)
        job.start = start->first.seconds;
    if (end)
        job.end = end->first.seconds;
    if (!start || !end || !job.elapsed)
        return;
    for (const auto& first : {std::optional(start->first), start->second}) {
        for (const auto& last : {std::optional(end->first), end->second}) {
            if (!first || !last || last->seconds - first->seconds != *job.elapsed)
                continue;
            job.start = first->seconds;
            job.end = last->seconds;
            return;
        }
    }
}

}  // namespace

void SacctText::report(int code, std::string_view field, std::string message,
                       std::string_view value, std::string help) const {
    auto diagnostic = make_diagnostic(code, {.file = m_file, .line = m_line, .column = 0},
                                      std::move(message), std::string(value), std::move(help));
    diagnostic.field = field;
    m_on_finding(diagnostic);
}

bool SacctText::place_fields(const std::vector<std::string>& names) {
    m_places.fill(none);
    m_free = none;
    m_many_free = false;
    m_count = names.size();
    for (std::size_t i = 0; i < names.size(); ++i) {
        for (std::size_t field = 0; field < field_count; ++field) {
            if (equals_ignoring_case(names[i], field_names[field]))
                m_places[field] = i;
        }
        const bool is_free = std::ranges::any_of(free_texts, [&](std::string_view name) {
            return equals_ignoring_case(names[i], name);
        });
        m_many_free = m_many_free || (is_free && m_free != none);
        if (is_free && m_free == none)
            m_free = i;
    }
    bool has_all = true;
    const auto need = [&](Field field, Field other) {
        if (m_places[static_cast<std::size_t>(field)] != none ||
            m_places[static_cast<std::size_t>(other)] != none)
            return;
        const auto name = field_names[static_cast<std::size_t>(field)];
        report(601, name, "the field " + std::string(name) + " is missing", {},
               "add it to --format of sacct; docs/integrations/slurm.md has the whole command");
        has_all = false;
    };
    need(Field::id, Field::raw_id);
    need(Field::account, Field::account);
    need(Field::partition, Field::partition);
    need(Field::start, Field::start);
    need(Field::elapsed, Field::elapsed_raw);
    need(Field::state, Field::state);
    need(Field::resources, Field::cpus);
    return has_all;
}

bool SacctText::take_header(std::string_view line) {
    auto names = names_in(line);
    const bool is_header = std::ranges::any_of(names, [](const std::string& name) {
        return equals_ignoring_case(name, "JobID") || equals_ignoring_case(name, "JobIDRaw");
    });
    if (!is_header)
        return false;
    if (names.back().empty())
        names.pop_back();
    m_usable = place_fields(names);
    return true;
}

bool SacctText::choose_fields(std::size_t count) {
    if (!m_configured.empty())
        return place_fields(m_configured);
    if (count >= usual_fields().size())
        return place_fields(usual_fields());
    report(601, {}, "the file has no header, and " + std::to_string(count) + " fields", {},
           field_help);
    return false;
}

bool SacctText::split(std::string_view line) {
    m_cells.clear();
    for (bool more = true; more;) {
        const auto bar = line.find('|');
        m_cells.push_back(line.substr(0, bar));
        more = bar != std::string_view::npos;
        line.remove_prefix(more ? bar + 1 : line.size());
    }
    if (m_cells.size() == m_count + 1 && m_cells.back().empty())
        m_cells.pop_back();
    if (m_cells.size() < m_count)
        return false;
    const auto surplus = m_cells.size() - m_count;
    if (surplus == 0)
        return true;
    if (m_free == none || m_many_free)
        return false;
    const auto first = m_cells.begin() + static_cast<std::ptrdiff_t>(m_free) + 1;
    m_cells.erase(first, first + static_cast<std::ptrdiff_t>(surplus));
    return true;
}

std::string_view SacctText::text(Field field) const {
    const auto place = m_places[static_cast<std::size_t>(field)];
    return place == none ? std::string_view() : m_cells[place];
}

bool SacctText::take_time(Field field, std::optional<TimeZone::Meaning>& time) {
    const auto written = text(field);
    if (is_no_time(written))
        return true;
    if (const auto seconds = parse_digits(written)) {
        time = TimeZone::Meaning{.first = {*seconds, 0}, .second = {}};
        return true;
    }
    const auto local = parse_local_time(written);
    const auto name = field_names[static_cast<std::size_t>(field)];
    if (!local) {
        report(602, name, std::string(name) + " is no time of sacct", written,
               "it writes YYYY-MM-DDTHH:MM:SS, or seconds with SLURM_TIME_FORMAT=%s");
        return false;
    }
    time = m_zone.meaning(*local);
    if (!time->exists) {
        report(610, name, std::string(name) + " does not exist in the time zone", written,
               "clocks were set forward then: set time_zone to that of sacct, or call it with "
               "TZ=UTC");
    }
    return true;
}

bool SacctText::take_texts(SlurmJob& job) {
    job.id = text(Field::id);
    job.raw_id = text(Field::raw_id);
    if (job.id.empty())
        job.id = job.raw_id;
    job.cluster = text(Field::cluster);
    job.partition = text(Field::partition);
    job.qos = text(Field::qos);
    job.account = text(Field::account);
    job.user = text(Field::user);
    job.resources = text(Field::resources);
    for (const auto cell : {job.id, job.cluster, job.partition, job.qos, job.account, job.user}) {
        if (is_utf8(cell) && std::ranges::none_of(cell, is_control))
            continue;
        report(602, {}, "a name is not UTF-8 text", cell,
               "convert the file: iconv -f latin1 -t utf-8");
        return false;
    }
    job.state = base_state(text(Field::state));
    return true;
}

bool SacctText::take_numbers(SlurmJob& job) {
    const auto cpus = text(Field::cpus).empty() ? text(Field::alloc_cpus) : text(Field::cpus);
    if (!cpus.empty() && !(job.cpus = parse_digits(cpus))) {
        report(602, "NCPUS", "NCPUS is no number", cpus, "print the job again with sacct");
        return false;
    }
    const auto raw = text(Field::elapsed_raw);
    const auto written = raw.empty() ? text(Field::elapsed) : raw;
    job.elapsed = raw.empty() ? parse_duration(written) : parse_digits(raw);
    if (job.elapsed || written.empty() || written == "INVALID")
        return true;
    report(602, "Elapsed", "Elapsed is no duration of sacct", written, "it writes [DD-[HH:]]MM:SS");
    return false;
}

bool SacctText::take_times(SlurmJob& job) {
    std::optional<TimeZone::Meaning> submit;
    std::optional<TimeZone::Meaning> start;
    std::optional<TimeZone::Meaning> end;
    if (!take_time(Field::submit, submit) || !take_time(Field::start, start) ||
        !take_time(Field::end, end))
        return false;
    if (submit)
        job.submit = submit->first.seconds;
    settle(start, end, job);
    return true;
}

void SacctText::take_line(std::string_view line, const OnJob& on_job) {
    if (!split(line)) {
        report(601, {},
               "the line has " + std::to_string(m_cells.size()) + " fields, not " +
                   std::to_string(m_count),
               line.substr(0, 80),
               m_many_free ? "a free text with | is in it: ask sacct for one of them alone"
                           : field_help);
        return;
    }
    // Exports put behind each other have their headers within.
    if (equals_ignoring_case(text(Field::id), "JobID"))
        return;
    SlurmJob job;
    job.line = m_line;
    if (take_texts(job) && take_numbers(job) && take_times(job))
        on_job(job);
}

void SacctText::read(const ConverterInput& input, const OnJob& on_job) {
    m_file = input.name;
    m_count = 0;
    LineReader lines(input.bytes);
    bool is_known = false;
    while (const auto line = lines.next()) {
        m_line = lines.line();
        if (line->empty())
            continue;
        if (!is_known) {
            is_known = true;
            const bool is_header = take_header(*line);
            if (!is_header)
                m_usable = choose_fields(names_in(*line).size());
            if (!m_usable)
                return;
            if (is_header)
                continue;
        }
        take_line(*line, on_job);
    }
    if (lines.is_too_long()) {
        report(601, {}, "the line is longer than 16 MiB", {}, field_help);
    }
}

}  // namespace focus_billing
