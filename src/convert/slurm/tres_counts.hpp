#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

}  // namespace focus_billing
