#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "convert/slurm/job_pricing.hpp"
#include "focus_billing/convert/converter.hpp"
#include "focus_billing/format/time_zone.hpp"

namespace focus_billing {

/// Turns pieces of jobs into rows: one for each job, for each account and partition, or for each
/// account, partition and day. If payer, price or subsidy changes, there are several rows. The
/// seconds of a row are added up exactly and its costs divided once; the costs of a job in two
/// months add up to its total cost.
class JobCharges {
public:
    /// Everything passed in must outlive this object.
    JobCharges(const ConversionBasics& basics, const SlurmPricing& terms, BillingPeriod period,
               TimeZone& zone, const JobPricing& pricing, const ConverterOutput& output);

    /// Charges a piece that lies within the month. Throws DecimalOverflow.
    void add(const SlurmJob& job, const JobPlan& plan, const JobPiece& piece);
    /// Produces the rows of accounts, ordered by account, cluster, partition and day.
    void finish();

    static const std::vector<std::string>& extra_columns();

private:
    struct Group {
        std::string cluster;
        std::string account;
        std::string partition;
        std::string unit;
        const PayerEntry* payer = nullptr;
        Decimal price;
        Decimal charged_part;
        ChargePeriod charge_period;
        Decimal unit_seconds;
        Decimal core_seconds;
        Decimal gpu_seconds;
        std::uint64_t jobs = 0;
    };

    void add_part(const SlurmJob& job, const JobPlan& plan, const JobPiece& piece);
    [[nodiscard]] std::int64_t part_end(const SlurmJob& job, const JobPiece& piece);
    [[nodiscard]] Group& group_of(const SlurmJob& job, const JobPlan& plan, const JobPiece& piece);
    [[nodiscard]] Group new_group(const SlurmJob& job, const JobPlan& plan, const JobPiece& piece);
    void give_job_row(const SlurmJob& job, const Group& group, const PieceCosts& costs);
    void fill_row(const Group& group, const PieceCosts& costs);
    [[nodiscard]] static PieceCosts costs_of(const Group& group);
    void give_row(const Group& group);

    const ConversionBasics& m_basics;
    const SlurmPricing& m_terms;
    TimeZone& m_zone;
    const JobPricing& m_pricing;
    const ConverterOutput& m_output;
    FocusRow m_blank;
    FocusRow m_row;
    std::unordered_map<std::string, Group> m_groups;
    std::string m_key;
};

}  // namespace focus_billing
