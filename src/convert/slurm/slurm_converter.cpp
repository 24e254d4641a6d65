#include "convert/slurm/slurm_converter.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <set>
#include <stdexcept>
#include <unordered_set>

#include "convert/slurm/job_charges.hpp"
#include "convert/slurm/sacct_json.hpp"
#include "convert/slurm/sacct_text.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/hashes.hpp"

namespace focus_billing {

namespace {

constexpr std::int64_t most_cpus = 100'000'000;
constexpr std::int64_t longest_job = 10'000'000'000;

/// A run of a job: cluster, number, submission and start.
struct RunKey {
    std::uint64_t first;
    std::uint64_t second;

    friend bool operator==(const RunKey&, const RunKey&) = default;
};

struct HashOfKey {
    std::size_t operator()(const RunKey& key) const { return key.first; }
};

RunKey run_key(const SlurmJob& job) {
    const auto id = job.raw_id.empty() ? job.id : job.raw_id;
    const auto mixed = [&](std::uint64_t seed) {
        std::uint64_t hash = seed;
        for (const auto part : {whole_hash(id), whole_hash(job.cluster),
                                static_cast<std::uint64_t>(job.submit.value_or(-1)),
                                static_cast<std::uint64_t>(job.start.value_or(-1))})
            hash = (std::rotl(hash, 23) ^ part) * (0x9E3779B97F4A7C15U + 2 * seed);
        return hash ^ (hash >> 31U);
    };
    return {mixed(1), mixed(0x51ED270B)};
}

std::int64_t overlap(std::int64_t start, std::int64_t end, std::int64_t from, std::int64_t until) {
    return std::max<std::int64_t>(0, std::min(end, until) - std::max(start, from));
}

}  // namespace

class SlurmConverter::Work {
public:
    Work(const ConversionBasics& basics, const SlurmPricing& terms, BillingPeriod period,
         const ConverterOutput& output)
        : m_terms(terms), m_output(output), m_zone(zone_of(terms)), m_month(m_zone.month(period)),
          m_text(terms.fields, m_zone, output.on_finding), m_pricing(terms),
          m_charges(basics, terms, period, m_zone, m_pricing, output) {}

    void read(const ConverterInput& input) {
        m_file = input.name;
        const auto on_job = [&](const SlurmJob& job) { take(job); };
        if (!input.bytes.is_json()) {
            m_text.read(input, on_job);
        } else if (const auto text = input.bytes.whole_text(m_file, m_output.on_finding)) {
            read_sacct_json(*text, m_file, on_job, m_output.on_finding);
        }
    }

    void finish() {
        m_charges.finish();
        give_totals("core-seconds", &Tally::core_seconds, m_in);
        if (!m_in.gpu_seconds.is_zero())
            give_totals("GPU-seconds", &Tally::gpu_seconds, m_in);
        if (m_steps > 0)
            give_steps();
    }

private:
    struct Tally {
        std::uint64_t records = 0;
        Decimal core_seconds;
        Decimal gpu_seconds;

        void add(const JobPlan& plan, std::int64_t seconds) {
            ++records;
            core_seconds = sum(core_seconds, product(plan.cores, whole_number(seconds)));
            if (!plan.gpus.is_zero())
                gpu_seconds = sum(gpu_seconds, product(plan.gpus, whole_number(seconds)));
        }
    };

    static TimeZone zone_of(const SlurmPricing& terms) {
        auto zone = TimeZone::find(terms.time_zone);
        if (!zone)
            throw std::logic_error("a time zone that was not checked: " + terms.time_zone);
        return std::move(*zone);
    }

    void report(int code, const SlurmJob& job, std::string message, std::string value,
                std::string help) const {
        m_output.on_finding(
            make_diagnostic(code, {.file = m_file, .line = job.line, .column = 0},
                            "job " + std::string(job.id) + ": " + std::move(message),
                            std::move(value), std::move(help)));
    }

    Tally& part(const std::string& name) { return m_parts[name]; }

    void take(const SlurmJob& job) {
        if (job.id.find('.') != std::string_view::npos ||
            job.raw_id.find('.') != std::string_view::npos) {
            ++m_steps;
            return;
        }
        if (job.cpus.value_or(0) < 0 || job.cpus.value_or(0) > most_cpus ||
            job.elapsed.value_or(0) > longest_job || job.elapsed.value_or(0) < 0) {
            report(602, job, "more cores or time than there can be",
                   std::to_string(job.cpus.value_or(0)) + " cores, " +
                       std::to_string(job.elapsed.value_or(0)) + " s",
                   "look at the job with sacct, and leave it out if its record is damaged");
            return;
        }
        check_state(job);
        try {
            charge(job);
        } catch (const DecimalOverflow& overflow) {
            report(606, job, overflow.what(), std::string(job.resources),
                   "look for a count or a price that is out of all proportion");
        }
    }

    void check_state(const SlurmJob& job) {
        if (is_job_state(job.state) || !m_unknown_states.emplace(job.state).second)
            return;
        report(603, job, "Slurm has no state of this name; the job is charged",
               std::string(job.state), "add it to free_states if such jobs are not to be charged");
    }

    // The time that is charged, whatever the month. Times of suspension are at its end.
    [[nodiscard]] std::int64_t duration(const SlurmJob& job) const {
        if (!job.start)
            return 0;
        const auto span = job.end ? *job.end - *job.start : 0;
        if (!job.elapsed)
            return std::max<std::int64_t>(0, span);
        if (job.end && span != *job.elapsed) {
            report(610, job, "Elapsed is not the time from Start to End; Elapsed is charged",
                   std::to_string(*job.elapsed) + " s, not " + std::to_string(span) + " s",
                   "a job that was suspended has less; else check time_zone, and call sacct with "
                   "TZ=UTC");
        }
        return *job.elapsed;
    }

    void charge(const SlurmJob& job) {
        const auto seconds = duration(job);
        if (seconds == 0) {
            ++m_in.records;
            ++part("no time used").records;
            return;
        }
        const auto& plan = m_pricing.plan(job);
        if (!plan.is_known) {
            report(602, job, plan.fault, std::string(job.resources),
                   "print AllocTRES with sacct, and give each partition weights");
            return;
        }
        if (is_repeated(job, plan, seconds))
            return;
        m_in.add(plan, seconds);
        charge_month(job, plan, *job.start, *job.start + seconds);
    }

    bool is_repeated(const SlurmJob& job, const JobPlan& plan, std::int64_t seconds) {
        if (m_seen.insert(run_key(job)).second)
            return false;
        report(607, job, "this run was read before; it is charged once", std::string(job.raw_id),
               "name each export once; runs of a job that was requeued differ in Submit or Start");
        m_in.add(plan, seconds);
        part("read before").add(plan, seconds);
        return true;
    }

    void charge_month(const SlurmJob& job, const JobPlan& plan, std::int64_t start,
                      std::int64_t end) {
        const auto first = m_month.start.seconds;
        const auto last = m_month.end.seconds;
        constexpr auto lowest = std::numeric_limits<std::int64_t>::min();
        constexpr auto highest = std::numeric_limits<std::int64_t>::max();
        if (const auto before = overlap(start, end, lowest, first); before > 0)
            part("before the month").add(plan, before);
        if (const auto within = overlap(start, end, first, last); within > 0)
            charge_within(job, plan, start, end, within);
        if (const auto after = overlap(start, end, last, highest); after > 0)
            part("after the month").add(plan, after);
    }

    void charge_within(const SlurmJob& job, const JobPlan& plan, std::int64_t start,
                       std::int64_t end, std::int64_t within) {
        if (std::ranges::find(m_terms.free_states, job.state) != m_terms.free_states.end()) {
            part("not billable: " + std::string(job.state)).add(plan, within);
            return;
        }
        if (!job.end && end < m_month.end.seconds) {
            report(609, job, "it was still running at the export; it is not charged",
                   std::string(job.state), "export again when the month is over");
            part("still running").add(plan, within);
            return;
        }
        part("billed").add(plan, within);
        m_pricing.cut(plan, start, end, [&](JobPiece piece) {
            piece.start = std::max(piece.start, m_month.start.seconds);
            piece.end = std::min(piece.end, m_month.end.seconds);
            if (piece.start >= piece.end)
                return;
            if (!piece.price) {
                report(605, job, "there is no price for its partition, QOS and time",
                       std::string(job.partition) + " " + std::string(job.qos),
                       "add one to prices; one without partition and qos is for all jobs");
                return;
            }
            m_charges.add(job, plan, piece);
        });
    }

    void give_totals(std::string_view quantity, Decimal Tally::*amount, const Tally& in) {
        m_output.totals.add_in(quantity, in.*amount, in.records);
        for (const auto& [name, tally] : m_parts)
            m_output.totals.add_part(quantity, name, tally.*amount, tally.records);
    }

    void give_steps() {
        const auto count = [](std::uint64_t number) {
            return whole_number(static_cast<std::int64_t>(number));
        };
        auto& totals = m_output.totals;
        totals.add_in("records", count(m_in.records + m_steps), m_in.records + m_steps);
        totals.add_part("records", "jobs", count(m_in.records), m_in.records);
        totals.add_part("records", "steps of jobs", count(m_steps), m_steps);
    }

    const SlurmPricing& m_terms;
    const ConverterOutput& m_output;
    TimeZone m_zone;
    ChargePeriod m_month;
    SacctText m_text;
    JobPricing m_pricing;
    JobCharges m_charges;
    std::string m_file;
    std::unordered_set<RunKey, HashOfKey> m_seen;
    std::set<std::string, std::less<>> m_unknown_states;
    std::map<std::string, Tally> m_parts;
    Tally m_in;
    std::uint64_t m_steps = 0;
};

SlurmConverter::SlurmConverter(const ConversionBasics& basics, const SlurmPricing& terms,
                               BillingPeriod period, const ConverterOutput& output)
    : m_work(std::make_unique<Work>(basics, terms, period, output)) {}

SlurmConverter::~SlurmConverter() = default;

void SlurmConverter::read(const ConverterInput& input) {
    m_work->read(input);
}

void SlurmConverter::finish() {
    m_work->finish();
}

std::vector<std::string> SlurmConverter::extra_columns() const {
    return JobCharges::extra_columns();
}

}  // namespace focus_billing
