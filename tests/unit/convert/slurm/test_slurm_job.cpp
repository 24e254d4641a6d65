#include "convert/slurm/sacct_json.hpp"

#include <catch2/catch.hpp>

namespace focus_billing {

TEST_CASE("durations of sacct are read in all their forms") {
    CHECK(parse_duration("14:00:49") == 50'449);
    CHECK(parse_duration("3-00:00:00") == 259'200);
    CHECK(parse_duration("10-13:27:06") == 912'426);
    CHECK(parse_duration("05:10") == 310);
    CHECK(parse_duration("00:00:00") == 0);
    CHECK(parse_duration("01:02.345") == 62);
    CHECK(parse_duration("2-04") == 187'200);
    CHECK(parse_duration("2-04:30") == 189'000);
    for (const auto* text : {"", "5", "UNLIMITED", "Partition_Limit", "1:2:3:4", "-1:00", "1h"})
        CHECK_FALSE(parse_duration(text));
}

TEST_CASE("a state is its first word") {
    CHECK(base_state("CANCELLED by 102216") == "CANCELLED");
    CHECK(base_state("CANCELLED+") == "CANCELLED");
    CHECK(base_state("OUT_OF_MEMORY") == "OUT_OF_MEMORY");
    CHECK(is_job_state("TIMEOUT"));
    CHECK_FALSE(is_job_state("SLEEPING"));
    CHECK_FALSE(is_job_state(""));
}

}  // namespace focus_billing
