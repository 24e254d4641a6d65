#include <catch2/catch.hpp>

#include "cli/starter_config.hpp"
#include "support/project_files.hpp"

namespace focus_billing {

TEST_CASE("the starter configuration is the example, to the byte") {
    const std::string example = file_text(project_path("config/focus-billing.yaml"));
    REQUIRE(example.size() > 1000);
    CHECK(std::string(starter_config()) == example);
}

}  // namespace focus_billing
