#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "convert/slurm/sacct_json.hpp"
#include "focus_billing/convert/converter.hpp"
#include "focus_billing/format/time_zone.hpp"

namespace focus_billing {

/// Reads what `sacct --parsable2` (or `--parsable`) prints, with its header or with a list of
/// fields; without either, the fields that Open XDMoD requests, if their number matches. The text
/// has no escapes: if a line has more separators than fields, they belong to the free text
/// (JobName, Comment, SubmitLine, ...). Findings: FB601 for a malformed line, FB602 for a value,
/// FB610 for times that contradict each other.
class SacctText {
public:
    using OnJob = std::function<void(const SlurmJob&)>;
    using OnFinding = std::function<void(const Diagnostic&)>;

    /// `zone` is that of the times. Both must outlive this object.
    SacctText(const std::vector<std::string>& fields, TimeZone& zone, const OnFinding& on_finding)
        : m_configured(fields), m_zone(zone), m_on_finding(on_finding) {}

    void read(const ConverterInput& input, const OnJob& on_job);

private:
    enum class Field : std::uint8_t {
        id,
        raw_id,
        cluster,
        partition,
        qos,
        account,
        user,
        submit,
        start,
        end,
        elapsed,
        elapsed_raw,
        state,
        cpus,
        alloc_cpus,
        resources,
    };
    static constexpr std::size_t field_count = 16;
    static constexpr std::size_t none = SIZE_MAX;

    [[nodiscard]] bool take_header(std::string_view line);
    [[nodiscard]] bool choose_fields(std::size_t count);
    [[nodiscard]] bool place_fields(const std::vector<std::string>& names);
    [[nodiscard]] bool split(std::string_view line);
    void take_line(std::string_view line, const OnJob& on_job);
    [[nodiscard]] bool take_texts(SlurmJob& job);
    [[nodiscard]] bool take_numbers(SlurmJob& job);
    [[nodiscard]] bool take_times(SlurmJob& job);
    [[nodiscard]] std::string_view text(Field field) const;
    [[nodiscard]] bool take_time(Field field, std::optional<TimeZone::Meaning>& time);
    void report(int code, std::string_view field, std::string message, std::string_view value,
                std::string help) const;

    const std::vector<std::string>& m_configured;
    TimeZone& m_zone;
    const OnFinding& m_on_finding;
    std::string m_file;
    std::uint64_t m_line = 0;
    std::array<std::size_t, field_count> m_places{};
    bool m_usable = false;      // all required fields are present
    std::size_t m_count = 0;    // of fields
    std::size_t m_free = none;  // index of the first free text
    bool m_many_free = false;   // there is more than one free text
    std::vector<std::string_view> m_cells;
};

}  // namespace focus_billing
