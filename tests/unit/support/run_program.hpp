#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "cli/log.hpp"
#include "cli/progress.hpp"
#include "cli/run_cli.hpp"
#include "support/project_files.hpp"

namespace focus_billing {

/// What a run of the program returned and printed.
struct Ran {
    int exit_code = 0;
    std::string out;
    std::string err;

    [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(out); }
};

/// Runs the program in this process, without an environment.
inline Ran run_with(const std::string& config, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--config", config});
    std::ostringstream out;
    std::ostringstream err;
    Host host{.out = out,
              .err = err,
              .user = "tester",
              .utc_now = [] { return "2026-12-01T06:00:00Z"; },
              .environment = [](const std::string&) { return std::nullopt; },
              .now = std::chrono::steady_clock::now,
              .open_log = open_log,
              .show_progress = show_progress};
    const int exit_code = run_cli(arguments, host);
    return {exit_code, out.str(), err.str()};
}

/// The same with the example configuration.
inline Ran run_with_example(const std::vector<std::string>& arguments) {
    return run_with(project_path("config/focus-billing.yaml").string(), arguments);
}

/// The files of a folder that end in .csv, in the order of their names; none if there is no folder.
inline std::vector<std::filesystem::path> csv_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
        if (entry.path().extension() == ".csv")
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

}  // namespace focus_billing
