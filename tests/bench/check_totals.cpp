// check_totals REPORT MANIFEST
// Compares the totals of a JSON report of one file with the manifest that its generator wrote.
// Prints every difference and exits 1 if there is one.
#include <array>
#include <fstream>
#include <iostream>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;

constexpr std::array costs{"billed", "list", "effective", "contracted"};

json read_json(const char* path) {
    std::ifstream file(path);
    if (!file)
        throw std::runtime_error(fmt::format("cannot read {}", path));
    return json::parse(file);
}

/// `12.5000` and `12.5` are the same decimal.
std::string canonical(std::string decimal) {
    if (decimal.find('.') == std::string::npos)
        return decimal;
    decimal.erase(decimal.find_last_not_of('0') + 1);
    if (decimal.back() == '.')
        decimal.pop_back();
    return decimal;
}

int report_difference(std::string_view what, const std::string& found,
                      const std::string& expected) {
    if (found == expected)
        return 0;
    std::cerr << fmt::format("{}: the report says {}, the manifest {}\n", what, found, expected);
    return 1;
}

/// The one place that knows the layout of the report.
int count_differences(const json& report, const json& manifest) {
    const json& files = report.at("files");
    if (files.size() != 1 || files[0].at("totals").size() != 1)
        throw std::runtime_error("the report must have one file with totals of one currency");
    const json& totals = files[0].at("totals")[0];
    int differences =
        report_difference("rows", files[0].at("rows").dump(), manifest.at("rows").dump());
    for (const char* cost : costs)
        differences +=
            report_difference(cost, canonical(totals.at(cost).get<std::string>()),
                              canonical(manifest.at("totals").at(cost).get<std::string>()));
    return differences;
}

}  // namespace

int main(int argument_count, char** arguments) {
    if (argument_count != 3) {
        std::cerr << "usage: check_totals REPORT MANIFEST\n";
        return 2;
    }
    try {
        return count_differences(read_json(arguments[1]), read_json(arguments[2])) == 0 ? 0 : 1;
    } catch (const std::exception& error) {
        std::cerr << fmt::format("check_totals: {}: {}\n", arguments[1], error.what());
        return 2;
    }
}
