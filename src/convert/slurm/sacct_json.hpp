#pragma once

#include <functional>
#include <string_view>

#include "focus_billing/convert/converter.hpp"
#include "convert/slurm/slurm_job.hpp"

namespace focus_billing {

/// Reads the jobs of `sacct --json` and of slurmrestd's `/slurmdb/.../jobs`, in the shapes of
/// data_parser v0.0.37 up to v0.0.4x. Findings: FB601, FB602 with the number of the job.
void read_sacct_json(std::string_view text, const std::string& file,
                     const std::function<void(const SlurmJob&)>& on_job,
                     const std::function<void(const Diagnostic&)>& on_finding);

}  // namespace focus_billing
