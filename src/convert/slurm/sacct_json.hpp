#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "focus_billing/convert/converter.hpp"

namespace focus_billing {

/// A record of Slurm's accounting: one run of a job, an array task or a component of a
/// heterogeneous job. Times in seconds since 1970 (UTC). Views are valid until the next record.
struct SlurmJob {
    std::uint64_t line = 0;   ///< in the text; the number of the job in JSON
    std::string_view id;      ///< `123`, `123_4`, `123+1`
    std::string_view raw_id;  ///< unique for each array task
    std::string_view cluster;
    std::string_view partition;
    std::string_view qos;
    std::string_view account;
    std::string_view user;
    std::string_view state;      ///< without any addition: `CANCELLED`
    std::string_view resources;  ///< AllocTRES: `billing=12,cpu=12,mem=31000M`
    std::optional<std::int64_t> cpus;
    std::optional<std::int64_t> submit;
    std::optional<std::int64_t> start;
    std::optional<std::int64_t> end;
    std::optional<std::int64_t> elapsed;  ///< without suspended time
};

/// The first word of a job's state, without the `+` of a truncated text: `CANCELLED`.
[[nodiscard]] std::string_view base_state(std::string_view state);

/// Whether Slurm has a state with this name.
[[nodiscard]] bool is_job_state(std::string_view state);

/// Reads `[DD-[HH:]]MM:SS[.micro]` into seconds; a fraction of a second is left out.
[[nodiscard]] std::optional<std::int64_t> parse_duration(std::string_view text);

/// Reads the jobs of `sacct --json` and of slurmrestd's `/slurmdb/.../jobs`, in the shapes of
/// data_parser v0.0.37 up to v0.0.4x. Findings: FB601, FB602 with the number of the job.
void read_sacct_json(std::string_view text, const std::string& file,
                     const std::function<void(const SlurmJob&)>& on_job,
                     const std::function<void(const Diagnostic&)>& on_finding);

}  // namespace focus_billing
