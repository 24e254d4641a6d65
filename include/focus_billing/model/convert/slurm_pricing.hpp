#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "focus_billing/model/convert/conversion.hpp"

namespace focus_billing {

/// Which jobs an entry is for. Empty lists: all.
struct JobMatch {
    std::vector<std::string> partitions;
    std::vector<std::string> qos;

    bool operator==(const JobMatch&) const = default;
};

/// What each unit of a trackable resource (TRES) counts in the quantity that is charged: `cpu`,
/// `mem` (GiB), `node`, `gres/gpu`, `gres/gpu:a100`, or Slurm's own `billing`.
struct TresWeights {
    JobMatch match;
    std::string unit;  ///< of the quantity: `Core-Hours`
    std::map<std::string, Decimal> weights;

    bool operator==(const TresWeights&) const = default;
};

/// The price of an hour of a unit.
struct JobPrice {
    JobMatch match;
    DatedPrice price;

    bool operator==(const JobPrice&) const = default;
};

/// The part of the list cost that the institution bears, from 0 to 1.
struct JobSubsidy {
    JobMatch match;
    Decimal part;

    bool operator==(const JobSubsidy&) const = default;
};

enum class JobRows : std::uint8_t { account, job, day };

/// How jobs are charged. Of weights, prices and subsidies the first entry that matches counts.
struct SlurmPricing {
    std::string time_zone = "UTC";    ///< of the times in sacct's text, and of months and days
    std::vector<std::string> fields;  ///< of sacct's text without a header
    JobRows rows = JobRows::account;
    std::vector<TresWeights> weights;
    std::vector<JobPrice> prices;
    std::vector<JobSubsidy> subsidies;
    std::vector<std::string> free_states = {"BOOT_FAIL", "NODE_FAIL"};  ///< not billable

    bool operator==(const SlurmPricing&) const = default;
};

}  // namespace focus_billing
