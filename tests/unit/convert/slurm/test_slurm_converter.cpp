#include "convert/slurm/slurm_converter.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "convert/converted.hpp"
#include "focus_billing/model/decimal.hpp"

namespace focus_billing {
namespace {

constexpr std::int64_t first_start = 1'735'000'000;  // 2024-12-24

SlurmPricing terms_of(JobRows rows, const std::string& price) {
    SlurmPricing terms;
    terms.rows = rows;
    terms.weights = {{.match = {}, .unit = "Core-Hours", .weights = {{"cpu", whole_number(1)}}}};
    terms.prices = {
        {.match = {},
         .price = {.price = parse_decimal(price).value,
                   .from = Instant{1'735'700'000, 0},
                   .until = {}}},
        {.match = {}, .price = {.price = parse_decimal("0.0077").value, .from = {}, .until = {}}}};
    terms.subsidies = {{.match = {}, .part = parse_decimal("0.125").value}};
    return terms;
}

ConversionBasics basics() {
    ConversionBasics result;
    result.name = "slurm";
    result.currency = "USD";
    return result;
}

Converted charge(const SlurmPricing& terms, const std::string& text, int year, int month) {
    static const auto general = basics();
    const auto make = [&](const ConverterOutput& output) {
        return std::make_unique<SlurmConverter>(general, terms, BillingPeriod(year, month), output);
    };
    return convert_texts(make, {{"sacct.txt", text}});
}

const std::string header = "JobID|Account|Partition|Start|End|ElapsedRaw|State|AllocTRES|JobName\n";

std::string job_line(int number, std::int64_t start, std::int64_t elapsed, std::int64_t cpus) {
    return std::to_string(number) + "|chem|cpu|" + std::to_string(start) + "|" +
           std::to_string(start + elapsed) + "|" + std::to_string(elapsed) +
           "|COMPLETED|cpu=" + std::to_string(cpus) + ",mem=1G,node=1|a|b\n";
}

std::string random_jobs(std::int64_t& core_seconds) {
    std::string text = header;
    const auto count = *rc::gen::inRange(1, 20);
    for (int i = 0; i < count; ++i) {
        const auto start = *rc::gen::inRange<std::int64_t>(0, 6'000'000);
        const auto elapsed = *rc::gen::inRange<std::int64_t>(0, 4'000'000);
        const auto cpus = *rc::gen::inRange<std::int64_t>(1, 200);
        text += job_line(i, first_start + start, elapsed, cpus);
        core_seconds += elapsed * cpus;
    }
    return text;
}

}  // namespace

TEST_CASE("what jobs use in all months is what they use", "[property]") {
    CHECK(rc::check([] {
        std::int64_t core_seconds = 0;
        const auto text = random_jobs(core_seconds);
        for (const auto rows : {JobRows::account, JobRows::job, JobRows::day}) {
            const auto terms = terms_of(rows, "0.0113");
            DecimalSum billed;
            for (const auto& [year, month] : std::vector<std::pair<int, int>>{
                     {2024, 12}, {2025, 1}, {2025, 2}, {2025, 3}, {2025, 4}}) {
                const auto converted = charge(terms, text, year, month);
                RC_ASSERT(converted.findings.empty());
                RC_ASSERT(converted.balanced());
                DecimalSum of_rows;
                for (const auto& row : converted.rows)
                    of_rows.add(parse_decimal(row.extras[0]).value);
                const auto part = converted.part("billed");
                RC_ASSERT(of_rows.text() == (part == "none" ? "0" : part));
                billed.add(of_rows);
            }
            RC_ASSERT(billed.text() == std::to_string(core_seconds));
        }
    }));
}

TEST_CASE("what a job costs in its months is what it costs in one", "[property]") {
    CHECK(rc::check([] {
        auto terms = terms_of(JobRows::job, "0.0113");
        terms.prices.erase(terms.prices.begin());
        const auto start = first_start + *rc::gen::inRange<std::int64_t>(0, 3'000'000);
        const auto elapsed = *rc::gen::inRange<std::int64_t>(1, 5'000'000);
        const auto cpus = *rc::gen::inRange<std::int64_t>(1, 1000);
        const auto text = header + job_line(1, start, elapsed, cpus);
        DecimalSum months;
        for (const auto& [year, month] :
             std::vector<std::pair<int, int>>{{2024, 12}, {2025, 1}, {2025, 2}, {2025, 3}})
            months.add(charge(terms, text, year, month).billed());
        const auto hourly = product(product(whole_number(cpus), terms.prices[0].price.price),
                                    parse_decimal("0.875").value);
        RC_ASSERT(months.text() ==
                  quotient(product(hourly, whole_number(elapsed)), whole_number(3600)).text());
    }));
}

TEST_CASE("a price that changes divides what a job costs") {
    auto terms = terms_of(JobRows::account, "1");
    terms.subsidies.clear();
    terms.prices[1].price.price = whole_number(2);
    const auto converted = charge(terms, header + job_line(1, 1'735'696'400, 7200, 3), 2025, 1);
    REQUIRE(converted.rows.size() == 2);
    CHECK(converted.rows[0].billed_cost.text() == "3");
    CHECK(converted.rows[1].billed_cost.text() == "6");
}

TEST_CASE("a job that was running is charged when its month is known whole") {
    const auto terms = terms_of(JobRows::account, "1");
    const auto running = [&](std::int64_t elapsed) {
        const auto text = header + "1|chem|cpu|1735689600|Unknown|" + std::to_string(elapsed) +
                          "|RUNNING|cpu=1|x\n";
        return charge(terms, text, 2025, 1);
    };
    CHECK(running(31 * 86'400 - 1).rows.empty());
    CHECK(running(31 * 86'400 - 1).findings.at(0).code == 609);
    CHECK(running(31 * 86'400).part("billed") == "2678400");
    CHECK(running(40 * 86'400).part("billed") == "2678400");
}

TEST_CASE("runs of a requeued job are charged each, steps not at all") {
    const auto terms = terms_of(JobRows::account, "1");
    const auto converted =
        charge(terms,
               "JobID|JobIDRaw|Cluster|Account|Partition|Submit|Start|End|ElapsedRaw|State|NCPUS\n"
               "7|7|a|chem|cpu|1735700000|1735700100|1735700200|100|PREEMPTED|2\n"
               "7|7|a|chem|cpu|1735700200|1735700300|1735700400|100|COMPLETED|2\n"
               "7|7|b|chem|cpu|1735700200|1735700300|1735700400|100|COMPLETED|2\n"
               "7.batch|7.batch|a|||1735700200|1735700300|1735700400|100|COMPLETED|2\n"
               "8+0|8|a|chem|cpu|1735700000|1735700100|1735700200|100|COMPLETED|2\n"
               "8+1|9|a|chem|cpu|1735700000|1735700100|1735700200|100|COMPLETED|2\n"
               "10_[1-3%2]|10|a|chem|cpu|1735700000|Unknown|Unknown|0|PENDING|2\n",
               2025, 1);
    CHECK(converted.findings.empty());
    CHECK(converted.part("billed") == "1000");
    CHECK(converted.part("no time used") == "0");
}

}  // namespace focus_billing
