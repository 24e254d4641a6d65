#include "focus_billing/config/load_config.hpp"

#include <catch2/catch.hpp>

#include "config/config_findings.hpp"

using namespace focus_billing;

namespace {

Config load(std::string_view yaml, const std::string& file = "site.yaml") {
    const LoadedConfig loaded = load_config(yaml, file, small_environment);
    CHECK(described(loaded.diagnostics) == Lines{});
    return loaded.config;
}

std::vector<std::string> keys_of(const Config& config, Attribute attribute) {
    return config.tag_mapping.keys[index_of(attribute)];
}

}  // namespace

TEST_CASE("a configuration without keys has the defaults", "[config]") {
    Config expected;
    expected.file = "site.yaml";
    for (const char* yaml : {"", "\n\n", "# only a comment", "---\n", "---\n# x\n...\n", "{}", "~",
                             "\xEF\xBB\xBF", "\xEF\xBB\xBF# with a byte order mark\r\n"}) {
        CAPTURE(yaml);
        CHECK(load(yaml) == expected);
    }
    CHECK(expected.currency == "USD");
    CHECK(expected.database_path == "focus-billing.db");
    CHECK(expected.output_directory == "output");
}

TEST_CASE("sections may be empty, as when all their lines are comments", "[config]") {
    Config expected;
    expected.file = "site.yaml";
    CHECK(load("database:\noutput:\nimports:\ntag_mapping:\nreview:\nstatements:\nlogging:\n") ==
          expected);
    CHECK(load("imports:\n  known_sources:\nreview:\n  flag_patterns:\n") == expected);
}

TEST_CASE("every key is read", "[config]") {
    const Config config = load(R"(currency: EUR
database:
  path: /var/lib/billing.db
output:
  directory: /srv/statements
imports:
  known_sources:
    - name: AWS
      pattern: aws
      fund_org: IT-AWS
      account_code: 54100
      credit_account_code: "42100"
      delivery: snapshot
      series: 'aws-(\d{12})'
      cost: effective
    - {name: HPC, pattern: hpc, delivery: append, cost: billed}
tag_mapping:
  pi_email: owner
  project_id: [Project, project]
  end_date: []
review:
  flag_patterns: ['(?i)\btraining\b', sandbox]
  fund_org_patterns:
    - '^\d{6}-\d{4}$'
logging:
  level: debug
  format: json
  file: /var/log/billing.log
)");
    CHECK(config.currency == "EUR");
    CHECK(config.database_path == "/var/lib/billing.db");
    CHECK(config.output_directory == "/srv/statements");
    CHECK(config.known_sources == std::vector<KnownSource>{{.name = "AWS",
                                                            .pattern = "aws",
                                                            .fund_org = "IT-AWS",
                                                            .account_code = "54100",
                                                            .credit_account_code = "42100",
                                                            .delivery = Delivery::snapshot,
                                                            .series = R"(aws-(\d{12}))",
                                                            .cost = CostBasis::effective},
                                                           {.name = "HPC",
                                                            .pattern = "hpc",
                                                            .fund_org = "",
                                                            .account_code = "",
                                                            .credit_account_code = "",
                                                            .delivery = Delivery::append,
                                                            .series = "",
                                                            .cost = CostBasis::billed}});
    CHECK(keys_of(config, Attribute::pi_email) == Lines{"owner"});
    CHECK(keys_of(config, Attribute::project_id) == Lines{"Project", "project"});
    CHECK(keys_of(config, Attribute::end_date) == Lines{});
    CHECK(keys_of(config, Attribute::fund_org) == Lines{"fund_org"});
    CHECK(config.review.flag_patterns == Lines{R"((?i)\btraining\b)", "sandbox"});
    CHECK(config.review.fund_org_patterns == Lines{R"(^\d{6}-\d{4}$)"});
    CHECK(config.logging ==
          LoggingConfig{LogLevel::debug, LogFormat::json, "/var/log/billing.log"});
}

TEST_CASE("scalars without quotes are text as they are written", "[config]") {
    const Config config = load("imports:\n  known_sources:\n"
                               "    - name: 007\n      pattern: 1e3\n      fund_org: 0x1F\n"
                               "      account_code: 054.10\n      credit_account_code: true\n"
                               "logging:\n  level: off\n");
    const KnownSource& source = config.known_sources.at(0);
    CHECK(source.name == "007");
    CHECK(source.pattern == "1e3");
    CHECK(source.fund_org == "0x1F");
    CHECK(source.account_code == "054.10");
    CHECK(source.credit_account_code == "true");
    CHECK(config.logging.level == LogLevel::off);
}

TEST_CASE("environment variables are put into values", "[config]") {
    const Config config =
        load("database: {path: '${HOME_DIR}/billing.db'}\n"
             "imports:\n  known_sources:\n    - name: a${EMPTY}b\n      pattern: p$x\n"
             "      fund_org: $${FUND}=${FUND}\n");
    CHECK(config.database_path == "/home/ada/billing.db");
    CHECK(config.known_sources.at(0).name == "ab");
    CHECK(config.known_sources.at(0).pattern == "p$x");
    CHECK(config.known_sources.at(0).fund_org == "${FUND}=123456-2345");
}

TEST_CASE("relative paths count from the folder of the file", "[config]") {
    const std::string yaml = "database: {path: data/b.db}\nlogging: {file: ../b.log}\n";
    const Config config = load(yaml, "/etc/billing/config.yaml");
    CHECK(config.file == "/etc/billing/config.yaml");
    CHECK(config.database_path == "/etc/billing/data/b.db");
    CHECK(config.output_directory == "/etc/billing/output");
    CHECK(config.logging.file == "/etc/billing/../b.log");

    CHECK(load(yaml, "conf/site.yaml").database_path == "conf/data/b.db");
    CHECK(load(yaml, "/site.yaml").database_path == "/data/b.db");
    CHECK(load("logging: {file: stderr}", "/etc/site.yaml").logging.file == "stderr");
    CHECK(load("logging: {file: ''}", "/etc/site.yaml").logging.file.empty());
    CHECK(load("", "/etc/site.yaml").logging.file.empty());
}

TEST_CASE("anchors and aliases stand for values", "[config]") {
    const Config config = load("review:\n  flag_patterns: &both [one, two]\n"
                               "  fund_org_patterns: *both\n"
                               "imports:\n  known_sources:\n"
                               "    - {name: A, pattern: a, fund_org: &fund IT-1}\n"
                               "    - {name: B, pattern: b, fund_org: *fund}\n");
    CHECK(config.review.fund_org_patterns == Lines{"one", "two"});
    CHECK(config.known_sources.at(1).fund_org == "IT-1");
}

TEST_CASE("windows line ends and JSON are YAML too", "[config]") {
    CHECK(load("currency: EUR\r\noutput:\r\n  directory: /x\r\n").output_directory == "/x");
    CHECK(load(R"({"currency": "JPY", "output": {"directory": "/x"}})").currency == "JPY");
}

TEST_CASE("the last line end of a text block is not part of the value", "[config]") {
    const Config config =
        load("database:\n  path: |\n    /a.db\noutput:\n  directory: >+\n    /b\n\n");
    CHECK(config.database_path == "/a.db");
    CHECK(config.output_directory == "/b");
}
