#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "focus_billing/convert/slurm_job.hpp"
#include "focus_billing/convert/tres_counts.hpp"
#include "focus_billing/model/slurm_terms.hpp"

namespace focus_billing {

/// What an hour of a job is charged with, as long as no price changes.
struct JobPlan {
    bool is_known = false;  ///< false: its resources could not be read, or no weights are for it
    std::string fault;      ///< then why
    Decimal units;          ///< for each hour: cores, GPUs, or weighted units
    std::string unit;
    std::int64_t cpus = 0;
    Decimal gpus;
    std::vector<const DatedPrice*> prices;  ///< those for it; the first that holds counts
    Decimal charged_part;                   ///< 1 less the subsidy
    std::size_t number = 0;                 ///< of the weights and the subsidy, for grouping
};

/// A time of a job in which its price stays the same: from `start` until `end`, both within the
/// part that began at `anchor`.
struct JobPiece {
    std::int64_t anchor = 0;
    std::int64_t start = 0;
    std::int64_t end = 0;
    const DatedPrice* price = nullptr;  ///< null: there is none
};

struct PieceCosts {
    Decimal quantity;
    Decimal list;
    Decimal billed;
};

/// Finds what jobs are charged with. Plans are kept for jobs that are alike.
class JobPricing {
public:
    explicit JobPricing(const SlurmTerms& terms) : m_terms(terms) {}

    /// Lives until the next call. Throws DecimalOverflow.
    [[nodiscard]] const JobPlan& plan(const SlurmJob& job);

    /// Calls `take` for each piece of [start, end) with one price.
    static void cut(const JobPlan& plan, std::int64_t start, std::int64_t end,
                    const std::function<void(const JobPiece&)>& take);

    /// What a piece costs: the cost until its end less that until its start, each from the anchor
    /// on and rounded to 12 decimals, so that what a job costs in two months is what it costs in
    /// all.
    [[nodiscard]] static PieceCosts costs(const JobPlan& plan, const JobPiece& piece);

private:
    [[nodiscard]] JobPlan make_plan(const SlurmJob& job) const;

    const SlurmTerms& m_terms;
    std::unordered_map<std::string, JobPlan> m_plans;
    std::string m_key;
};

}  // namespace focus_billing
