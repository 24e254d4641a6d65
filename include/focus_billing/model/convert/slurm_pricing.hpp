#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "focus_billing/model/convert/conversion.hpp"

namespace focus_billing {

/// The jobs that an entry applies to. An empty list means all.
struct JobMatch {
    std::vector<std::string> partitions;
    std::vector<std::string> qos;

    bool operator==(const JobMatch&) const = default;
};

/// The weight of each unit of a trackable resource (TRES) in the charged quantity: `cpu`, `mem`
/// (GiB), `node`, `gres/gpu`, `gres/gpu:a100`, or Slurm's own `billing`.
struct TresWeights {
    JobMatch match;
    std::string unit;  ///< of the quantity: `Core-Hours`
    std::map<std::string, Decimal> weights;

    bool operator==(const TresWeights&) const = default;
};

/// The price of a unit for one hour.
struct JobPrice {
    JobMatch match;
    DatedPrice price;

    bool operator==(const JobPrice&) const = default;
};

/// The fraction of the list cost, 0 to 1, that the institution pays.
struct JobSubsidy {
    JobMatch match;
    Decimal part;

    bool operator==(const JobSubsidy&) const = default;
};

enum class JobRows : std::uint8_t { account, job, day };

/// How jobs are charged. For weights, prices and subsidies, the first matching entry applies.
struct SlurmPricing {
    std::string time_zone = "UTC";    ///< for times in sacct's text, and for months and days
    std::vector<std::string> fields;  ///< for sacct text without a header
    JobRows rows = JobRows::account;
    std::vector<TresWeights> weights;
    std::vector<JobPrice> prices;
    std::vector<JobSubsidy> subsidies;
    std::vector<std::string> free_states = {"BOOT_FAIL", "NODE_FAIL"};  ///< not billable

    bool operator==(const SlurmPricing&) const = default;
};

}  // namespace focus_billing
