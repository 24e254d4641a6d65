#include <catch2/catch.hpp>

#include <map>
#include <regex>
#include <set>

#include "support/run_program.hpp"

using namespace focus_billing;

namespace {

using Lines = std::set<int>;

nlohmann::json report_of(const std::string& sample) {
    const auto ran = run_with_example(
        {"ingest", project_path("samples/" + sample).string(), "--dry-run", "--json"});
    return ran.json().at("files").at(0);
}

std::vector<std::string> split(const std::string& line, char separator) {
    std::vector<std::string> fields;
    std::istringstream stream(line);
    for (std::string field; std::getline(stream, field, separator);)
        fields.push_back(field);
    return fields;
}

/// `USD 14 687.0105 877.1105 687.0105`: currency, rows, billed, list, effective.
using Totals = std::map<std::string, std::set<std::string>>;

Totals expected_totals() {
    Totals totals;
    std::istringstream table(file_text(project_path("tests/golden/samples.tsv")));
    std::string line;
    std::getline(table, line);
    REQUIRE(line == "file\tcurrency\trows\tbilled\tlist\teffective");
    while (std::getline(table, line)) {
        const auto fields = split(line, '\t');
        REQUIRE(fields.size() == 6);
        totals[fields[0]].insert(fields[1] + " " + fields[2] + " " + fields[3] + " " + fields[4] +
                                 " " + fields[5]);
    }
    return totals;
}

std::set<std::string> totals_of(const nlohmann::json& report) {
    std::set<std::string> totals;
    for (const auto& sums : report.at("totals")) {
        const auto text = [&](const char* name) { return sums.at(name).get<std::string>(); };
        totals.insert(text("currency") + " " + std::to_string(sums.at("rows").get<int>()) + " " +
                      text("billed") + " " + text("list") + " " + text("effective"));
    }
    return totals;
}

Lines held_lines(const nlohmann::json& report) {
    Lines lines;
    for (const auto& finding : report.at("diagnostics")) {
        if (finding.at("severity") == "held")
            lines.insert(finding.at("line").get<int>());
    }
    return lines;
}

/// The table of samples/README.md: | `file` | lines | why |.
std::map<std::string, Lines> documented_held_lines() {
    static const std::regex row(R"(\| `([a-z0-9_.-]+)` \| ([0-9, ]+) \| [^|]+ \|)");
    std::map<std::string, Lines> held;
    std::istringstream page(file_text(project_path("samples/README.md")));
    for (std::string line; std::getline(page, line);) {
        std::smatch match;
        if (!std::regex_match(line, match, row))
            continue;
        for (const auto& number : split(match[2], ','))
            held[match[1]].insert(std::stoi(number));
    }
    return held;
}

}  // namespace

TEST_CASE("every sample has its totals in tests/golden/samples.tsv, and no other file") {
    std::set<std::string> samples;
    for (const auto& file : csv_files(project_path("samples")))
        samples.insert(file.filename().string());
    std::set<std::string> listed;
    for (const auto& [file, totals] : expected_totals())
        listed.insert(file);
    CHECK(samples.size() == 7);
    CHECK(samples == listed);
}

TEST_CASE("samples are read whole, and to the last digit") {
    for (const auto& [file, totals] : expected_totals()) {
        INFO(file);
        const auto report = report_of(file);
        CHECK(report.at("read_to_end") == true);
        CHECK(report.at("rejected") == 0);
        CHECK(totals_of(report) == totals);
    }
}

TEST_CASE("samples/README.md tells which rows are held, and all of them") {
    const auto documented = documented_held_lines();
    CHECK(documented.size() == 7);
    for (const auto& [file, lines] : documented) {
        INFO(file);
        CHECK(held_lines(report_of(file)) == lines);
    }
}
