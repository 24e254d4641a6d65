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

/// What a job was given, from Slurm's list of trackable resources. `gres/gpu` and `gres/gpu:a100`
/// tell of the same devices: the generic entry counts them all.
struct TresCounts {
    std::optional<Decimal> cpu;
    std::optional<Decimal> memory;  ///< GiB
    std::optional<Decimal> node;
    std::optional<Decimal> billing;
    std::map<std::string, Decimal, std::less<>> devices;  ///< `gres/gpu`, `gres/gpu:a100`, ...

    /// All devices of a kind (`gres/gpu`): the generic entry or, without one, the sum of the types.
    [[nodiscard]] Decimal device_count(std::string_view kind) const;
};

/// Reads `billing=8,cpu=4,gres/gpu=2,mem=16G,node=1`. Of what is not counted (energy, licences,
/// file systems) nothing is taken. Nothing if a count is no number.
[[nodiscard]] std::optional<TresCounts> parse_tres(std::string_view text);

/// The sum of what counts as `weights` have it: `cpu`, `mem` (GiB), `node`, `billing`, `gres/KIND`
/// and `gres/KIND:TYPE`. Devices of a type that has a weight count by that, the others of their
/// kind by the weight of the kind. Throws DecimalOverflow.
[[nodiscard]] Decimal weighted_units(const TresCounts& counts,
                                     const std::map<std::string, Decimal>& weights);

/// What an hour of a job is charged with, as long as no price changes.
struct JobPlan {
    bool is_known = false;  ///< false: its resources could not be read, or no weights are for it
    std::string fault;      ///< then why
    Decimal units;          ///< for each hour: cores, GPUs, or weighted units
    std::string unit;
    Decimal cores;
    Decimal gpus;
    /// Places of the entries that are for it among the weights, the prices and the subsidies; of
    /// prices the first that holds counts, the place behind the last subsidy means none.
    std::size_t weights = 0;
    std::vector<std::size_t> prices;
    std::size_t subsidy = 0;
    Decimal charged_part;  ///< 1 less the subsidy
};

/// A time of a job in which its price stays the same: from `start` until `end`, both within the
/// part that began at `anchor`.
struct JobPiece {
    std::int64_t anchor = 0;
    std::int64_t start = 0;
    std::int64_t end = 0;
    std::optional<std::size_t> price;  ///< its place among the prices; nothing: there is none
};

struct PieceCosts {
    Decimal quantity;
    Decimal list;
    Decimal billed;
};

/// Finds what jobs are charged with. Plans are kept for jobs that are alike.
class JobPricing {
public:
    explicit JobPricing(const SlurmPricing& terms) : m_terms(terms) {}

    /// Lives until the next call. Throws DecimalOverflow.
    [[nodiscard]] const JobPlan& plan(const SlurmJob& job);

    /// Calls `take` for each piece of [start, end) with one price.
    void cut(const JobPlan& plan, std::int64_t start, std::int64_t end,
             const std::function<void(const JobPiece&)>& take) const;

    /// What a piece costs: the cost until its end less that until its start, each from the anchor
    /// on and rounded to 12 decimals, so that what a job costs in two months is what it costs in
    /// all.
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
