#include "convert/slurm/job_charges.hpp"

#include <algorithm>

#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

constexpr std::int64_t day = 86'400;

void append(std::string& key, std::string_view text) {
    key.append(text).push_back('\0');
}

}  // namespace

JobCharges::JobCharges(const ConversionBasics& basics, const SlurmPricing& terms,
                       BillingPeriod period, TimeZone& zone, const JobPricing& pricing,
                       const ConverterOutput& output)
    : m_basics(basics), m_terms(terms), m_zone(zone), m_pricing(pricing), m_output(output),
      m_blank(make_row(basics, period)) {
    m_blank[FocusText::sub_account_type] = "Slurm Account";
    m_blank.extras.resize(extra_columns().size());
}

const std::vector<std::string>& JobCharges::extra_columns() {
    static const std::vector<std::string> columns = {"x_CoreSeconds", "x_GpuSeconds", "x_Jobs",
                                                     "x_JobState", "x_SourceLine"};
    return columns;
}

// Until which time payer and, for rows of days, the day stay the same.
std::int64_t JobCharges::part_end(const SlurmJob& job, const JobPiece& piece) {
    auto end = piece.end;
    if (const auto change = m_basics.payers.next_change(job.account, {piece.start, 0}))
        end = std::min(end, change->seconds);
    if (m_terms.rows == JobRows::day)
        end = std::min(end, m_zone.next_day({piece.start, 0}).seconds);
    return end;
}

void JobCharges::add(const SlurmJob& job, const JobPlan& plan, const JobPiece& piece) {
    JobPiece part = piece;
    while (part.start < piece.end) {
        part.end = piece.end;
        part.end = part_end(job, part);
        add_part(job, plan, part);
        part.start = part.end;
    }
}

JobCharges::Group JobCharges::new_group(const SlurmJob& job, const JobPlan& plan,
                                        const JobPiece& piece) {
    Group group;
    group.cluster = job.cluster;
    group.account = job.account;
    group.partition = job.partition;
    group.unit = plan.unit;
    group.payer = m_basics.payers.find(job.account, {piece.start, 0});
    group.price = m_pricing.price(piece);
    group.charged_part = plan.charged_part;
    group.charge_period = m_blank.charge_period;
    if (m_terms.rows == JobRows::day) {
        const auto start = m_zone.day_in_utc({piece.start, 0});
        group.charge_period = {.start = start, .end = {start.seconds + day, 0}};
    } else if (m_terms.rows == JobRows::job) {
        group.charge_period = {.start = {piece.start, 0}, .end = {piece.end, 0}};
    }
    return group;
}

JobCharges::Group& JobCharges::group_of(const SlurmJob& job, const JobPlan& plan,
                                        const JobPiece& piece) {
    m_key.clear();
    for (const auto text : {job.account, job.cluster, job.partition})
        append(m_key, text);
    if (m_terms.rows == JobRows::day)
        append(m_key, instant_text(m_zone.day_in_utc({piece.start, 0})));
    const auto* payer = m_basics.payers.find(job.account, {piece.start, 0});
    const auto entry = payer == nullptr
                           ? std::size_t{0}
                           : static_cast<std::size_t>(payer - m_basics.payers.entries().data()) + 1;
    for (const auto number : {plan.weights, plan.subsidy, entry, *piece.price})
        append(m_key, std::to_string(number));
    const auto found = m_groups.find(m_key);
    if (found != m_groups.end())
        return found->second;
    return m_groups.emplace(m_key, new_group(job, plan, piece)).first->second;
}

void JobCharges::add_part(const SlurmJob& job, const JobPlan& plan, const JobPiece& piece) {
    const auto seconds = whole_number(piece.end - piece.start);
    const bool is_single = m_terms.rows == JobRows::job;
    Group single;
    if (is_single)
        single = new_group(job, plan, piece);
    Group& group = is_single ? single : group_of(job, plan, piece);
    group.unit_seconds = sum(group.unit_seconds, product(plan.units, seconds));
    group.core_seconds = sum(group.core_seconds, product(plan.cores, seconds));
    group.gpu_seconds = sum(group.gpu_seconds, product(plan.gpus, seconds));
    ++group.jobs;
    if (is_single)
        give_job_row(job, single, m_pricing.costs(plan, piece));
}

void JobCharges::fill_row(const Group& group, const PieceCosts& costs) {
    using enum FocusText;
    m_row = m_blank;
    m_row.charge_period = group.charge_period;
    set_costs(m_row, costs.list, costs.billed);
    set_quantity(m_row, costs.quantity, group.unit, group.price);
    m_row.contracted_unit_price = product(group.price, group.charged_part);
    if (!group.partition.empty())
        m_row[service_name] += " - " + group.partition;
    m_row[sku_id] = group.partition.empty() ? group.unit : group.partition;
    m_row[sku_price_id] = m_row[sku_id] + "/" + group.price.text();
    m_row[sku_meter] = group.unit;
    m_row[sub_account_id] = group.account;
    m_row[sub_account_name] = group.account;
    m_row.extras[0] = group.core_seconds.text();
    m_row.extras[1] = group.gpu_seconds.text();
    m_row.extras[2] = std::to_string(group.jobs);
}

// A sum of seconds is exact, and divided once.
PieceCosts JobCharges::costs_of(const Group& group) {
    const auto hour = whole_number(3600);
    const auto list = product(group.unit_seconds, group.price);
    return {.quantity = quotient(group.unit_seconds, hour),
            .list = quotient(list, hour),
            .billed = quotient(product(list, group.charged_part), hour)};
}

void JobCharges::give_row(const Group& group) {
    set_payer(m_row, group.payer, "account", group.account, m_output.unmapped);
    m_row.tags.emplace_back("slurm_account", group.account);
    m_output.on_row(m_row);
}

void JobCharges::give_job_row(const SlurmJob& job, const Group& group, const PieceCosts& costs) {
    using enum FocusText;
    fill_row(group, costs);
    const auto id = job.raw_id.empty() ? job.id : job.raw_id;
    m_row[resource_id].assign(job.cluster).append(job.cluster.empty() ? "" : "/").append(id);
    m_row[resource_name].assign(job.id);
    m_row[resource_type] = "Job";
    m_row[charge_description].assign("Job ").append(job.id).append(" of ").append(job.user);
    m_row.extras[3] = job.state;
    m_row.extras[4] = std::to_string(job.line);
    if (!job.user.empty())
        m_row.tags.emplace_back("slurm_user", job.user);
    give_row(group);
}

void JobCharges::finish() {
    using enum FocusText;
    std::vector<const std::pair<const std::string, Group>*> sorted;
    for (const auto& group : m_groups)
        sorted.push_back(&group);
    std::ranges::sort(sorted, {}, [](const auto* group) { return std::string_view(group->first); });
    for (const auto* entry : sorted) {
        const auto& group = entry->second;
        fill_row(group, costs_of(group));
        std::string id;
        for (const auto* part : {&group.cluster, &group.account, &group.partition}) {
            if (!part->empty())
                id += (id.empty() ? "" : "/") + *part;
        }
        m_row[resource_id] = id;
        m_row[resource_name] = group.account;
        m_row[resource_type] = "Account";
        m_row[charge_description] =
            counted(group.jobs, "job") + " of " + group.account + " on " + group.partition;
        give_row(group);
    }
}

}  // namespace focus_billing
