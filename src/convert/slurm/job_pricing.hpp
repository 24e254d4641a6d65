#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "convert/slurm/sacct_json.hpp"
#include "focus_billing/model/convert/slurm_pricing.hpp"
#include "focus_billing/model/decimal.hpp"

namespace focus_billing {

/// The resources allocated to a job, from Slurm's list of trackable resources. `gres/gpu` and
/// `gres/gpu:a100` are the same devices: the generic entry counts all of them.
struct TresCounts {
    std::optional<Decimal> cpu;
    std::optional<Decimal> memory;  ///< GiB
    std::optional<Decimal> node;
    std::optional<Decimal> billing;
    std::map<std::string, Decimal, std::less<>> devices;  ///< `gres/gpu`, `gres/gpu:a100`, ...

    /// All devices of a kind (`gres/gpu`): the generic entry or, without one, the sum of the types.
    [[nodiscard]] Decimal device_count(std::string_view kind) const;
};

/// Reads `billing=8,cpu=4,gres/gpu=2,mem=16G,node=1`. Ignores what is not counted (energy,
/// licences, file systems). Nothing if a count is not a number.
[[nodiscard]] std::optional<TresCounts> parse_tres(std::string_view text);

/// The sum of the resources, weighted by `weights`: `cpu`, `mem` (GiB), `node`, `billing`,
/// `gres/KIND` and `gres/KIND:TYPE`. Devices of a type with a weight count by it, the others by the
/// weight of their kind. Throws DecimalOverflow.
[[nodiscard]] Decimal weighted_units(const TresCounts& counts,
                                     const std::map<std::string, Decimal>& weights);

/// What an hour of a job costs, as long as no price changes.
struct JobPlan {
    bool is_known = false;  ///< false: resources unreadable, or no weights apply
    std::string fault;      ///< the reason, if not known
    Decimal units;          ///< for each hour: cores, GPUs, or weighted units
    std::string unit;
    Decimal cores;
    Decimal gpus;
    /// Indices of the entries that apply, in the weights, the prices and the subsidies. The first
    /// valid price applies; the index after the last subsidy means none.
    std::size_t weights = 0;
    std::vector<std::size_t> prices;
    std::size_t subsidy = 0;
    Decimal charged_part;  ///< 1 minus the subsidy
};

/// A part of a job during which its price does not change: from `start` until `end`, within the
/// longer part that began at `anchor`.
struct JobPiece {
    std::int64_t anchor = 0;
    std::int64_t start = 0;
    std::int64_t end = 0;
    std::optional<std::size_t> price;  ///< index in the prices; unset: none applies
};

struct PieceCosts {
    Decimal quantity;
    Decimal list;
    Decimal billed;
};

/// Finds the prices of jobs. Plans are cached for similar jobs.
class JobPricing {
public:
    explicit JobPricing(const SlurmPricing& terms) : m_terms(terms) {}

    /// Valid until the next call. Throws DecimalOverflow.
    [[nodiscard]] const JobPlan& plan(const SlurmJob& job);

    /// Calls `take` for each piece of [start, end) with one price.
    void cut(const JobPlan& plan, std::int64_t start, std::int64_t end,
             const std::function<void(const JobPiece&)>& take) const;

    /// The cost of a piece: the cost until its end minus the cost until its start, each from the
    /// anchor on and rounded to 12 decimals, so that the costs of a job in two months add up to its
    /// total.
    [[nodiscard]] PieceCosts costs(const JobPlan& plan, const JobPiece& piece) const;

    [[nodiscard]] const Decimal& price(const JobPiece& piece) const {
        return m_terms.prices.at(*piece.price).price.price;
    }

private:
    [[nodiscard]] JobPlan make_plan(const SlurmJob& job) const;
    [[nodiscard]] std::optional<std::size_t> price_at(const JobPlan& plan, std::int64_t time) const;
    [[nodiscard]] std::int64_t next_change(const JobPlan& plan, std::int64_t time,
                                           std::int64_t end) const;

    const SlurmPricing& m_terms;
    std::unordered_map<std::string, JobPlan> m_plans;
    std::string m_key;
};

}  // namespace focus_billing
