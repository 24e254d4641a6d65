#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "config/allowed_keys.hpp"
#include "config/config_findings.hpp"
#include "config/read_values.hpp"
#include "focus_billing/model/convert/conversion_config.hpp"
#include "focus_billing/model/currency.hpp"

using namespace focus_billing;
using Json = nlohmann::json;

namespace {

std::string file_text(const std::string& name) {
    std::ifstream file(std::string(FOCUS_BILLING_PROJECT_DIR) + "/" + name, std::ios::binary);
    REQUIRE(file);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

Json schema() {
    return Json::parse(file_text("config/schema.json"));
}

/// The part of the schema that describes a section.
Json described_section(const Json& root, const std::string& section) {
    if (section.empty()) {
        return root;
    }
    if (section == "imports.known_sources[]") {
        return root.at("definitions").at("known_source");
    }
    static const std::map<std::string, std::string> definitions = {
        {"imports.known_sources[].defaults", "attribute_texts"},
        {"attribution.rules[]", "rule"},
        {"attribution.rules[].match", "match"},
        {"attribution.rules[].match{}", "match_kind"},
        {"attribution.rules[].set", "attribute_texts"}};
    if (const auto found = definitions.find(section); found != definitions.end()) {
        return root.at("definitions").at(found->second);
    }
    if (section == "statements.organization") {
        return root.at("properties").at("statements").at("properties").at("organization");
    }
    if (section == "attribution.directory") {
        return root.at("properties").at("attribution").at("properties").at("directory");
    }
    return root.at("properties").at(section);
}

template <typename Range>
Lines sorted(const Range& names) {
    Lines result(names.begin(), names.end());
    std::ranges::sort(result);
    return result;
}

Lines keys_of(const Json& object) {
    Lines keys;
    for (const auto& [key, value] : object.items()) {
        keys.push_back(key);
    }
    return sorted(keys);
}

}  // namespace

TEST_CASE("the example configuration loads without findings", "[config]") {
    const auto loaded =
        load_config(file_text("config/focus-billing.yaml"), "focus-billing.yaml", nullptr);
    CHECK(described(loaded.diagnostics) == Lines{});
    const Config& config = loaded.config;
    CHECK(config.currency == "USD");
    CHECK(config.database_path == "focus-billing.db");
    CHECK(config.output_directory == "output");
    CHECK(config.review.flag_patterns == Lines{R"((?i)\btraining\b)", R"((?i)\bsandbox\b)"});
    CHECK(config.review.fund_org_patterns == Lines{R"(^\d{6}-\d{4}$)"});
    CHECK(config.logging == LoggingConfig{});
    CHECK(config.statements.organization ==
          Organization{"Example University",
                       "Research Computing",
                       {"1 University Avenue, Example City", "https://research-it.example.edu"},
                       "research-billing@example.edu"});
    CHECK(config.statements.style == StatementStyle{});
    CHECK(config.statements.warning_days == StatementsConfig{}.warning_days);
    CHECK(config.tag_mapping.keys[index_of(Attribute::pi_email)] ==
          Lines{"pi_email", "PIEmail", "owner"});
}

TEST_CASE("the example configuration knows its sources", "[config]") {
    const auto loaded =
        load_config(file_text("config/focus-billing.yaml"), "focus-billing.yaml", nullptr);
    Lines sources;
    for (const KnownSource& source : loaded.config.known_sources) {
        sources.push_back(source.name + ": " + source.pattern + ", " + source.fund_org + ", " +
                          source.account_code);
    }
    CHECK(sources ==
          Lines{"YourSource: yoursource, IT-YOUR-SOURCE, 54XXX", "AWS: aws, IT-CLOUD-AWS, 54101",
                "Azure Local: azure-local, IT-AZURE-LOCAL, 54102",
                "Azure: azure, IT-CLOUD-AZURE, 54103", "HPC: hpc, IT-RESEARCH-COMPUTING, 54201",
                "Storage: storage, IT-RESEARCH-STORAGE, 54202",
                "OpenAI: openai, IT-AI-SERVICES, 54301"});
}

TEST_CASE("the schema has the keys that the loader accepts", "[config]") {
    const Json root = schema();
    for (const auto& [section, keys] : all_section_keys()) {
        CAPTURE(section);
        const Json part = described_section(root, std::string(section));
        CHECK(keys_of(part.at("properties")) == sorted(keys));
        CHECK(part.at("additionalProperties") == false);
        for (const auto& [key, value] : part.at("properties").items()) {
            CAPTURE(key);
            CHECK_FALSE(value.value("description", "").empty());
        }
    }
    CHECK(described_section(root, "imports.known_sources[]").at("required") ==
          Json{"name", "pattern"});
}

TEST_CASE("the schema and the guides have the keys of every converter", "[config]") {
    const Json properties = schema().at("definitions").at("converter").at("properties");
    const std::string common = file_text("docs/configuration.md");
    std::set<std::string> known;
    for (const auto kind : conversion_kind_names) {
        const auto guide = file_text("docs/integrations/" + std::string(kind) + ".md") +
                           file_text("docs/integrations/isilon.md") + common;
        for (const auto key : allowed_keys("convert." + std::string(kind))) {
            CAPTURE(kind, key);
            known.emplace(key);
            CHECK(properties.contains(std::string(key)));
            CHECK(guide.find("`" + std::string(key)) != std::string::npos);
        }
    }
    for (const auto& [key, value] : properties.items()) {
        CAPTURE(key);
        CHECK(known.contains(key));
        CHECK_FALSE(value.value("description", "").empty());
    }
    CHECK(sorted(properties.at("kind").at("allOf").at(0).at("enum")) ==
          sorted(conversion_kind_names));
}

TEST_CASE("the schema has the choices that the loader accepts", "[config]") {
    const Json root = schema();
    const Json logging = described_section(root, "logging").at("properties");
    const Json source = described_section(root, "imports.known_sources[]").at("properties");
    CHECK(sorted(logging.at("level").at("enum")) == sorted(log_level_names));
    CHECK(sorted(logging.at("format").at("enum")) == sorted(log_format_names));
    const Json statements = described_section(root, "statements").at("properties");
    CHECK(sorted(statements.at("paper").at("enum")) == sorted(paper_names));
    CHECK(sorted(statements.at("columns").at("items").at("enum")) == sorted(detail_column_names));
    CHECK(sorted(source.at("delivery").at("enum")) == sorted(delivery_names));
    CHECK(sorted(source.at("cost").at("enum")) == sorted(cost_names));
}

TEST_CASE("the manual and the example explain every key", "[config]") {
    const std::string manual = file_text("docs/configuration.md");
    const std::string example = file_text("config/focus-billing.yaml");
    for (const auto& [section, keys] : all_section_keys()) {
        for (const std::string_view key : keys) {
            CAPTURE(section, key);
            const std::string quoted = std::string(key) + "`";
            const bool top_level = section.empty();
            CHECK(manual.find(top_level ? "`" + std::string(key) : quoted) != std::string::npos);
            CHECK(example.find(std::string(key) + ":") != std::string::npos);
        }
    }
}
