#include "focus_billing/files/expand_inputs.hpp"

#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>

#include "focus_billing/files/find_delivery.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

namespace fs = std::filesystem;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view take_number(std::string_view& text) {
    std::size_t size = 0;
    while (size < text.size() && is_digit(text[size]))
        ++size;
    std::string_view digits = text.substr(0, size);
    text.remove_prefix(size);
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

int compare_naturally(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        if (is_digit(a.front()) && is_digit(b.front())) {
            const auto x = take_number(a);
            const auto y = take_number(b);
            if (x.size() != y.size())
                return x.size() < y.size() ? -1 : 1;
            if (const int order = x.compare(y); order != 0)
                return order;
        } else {
            if (a.front() != b.front())
                return a.front() < b.front() ? -1 : 1;
            a.remove_prefix(1);
            b.remove_prefix(1);
        }
    }
    return static_cast<int>(!a.empty()) - static_cast<int>(!b.empty());
}

bool is_read_from_folder(const std::string& name) {
    const std::string small = lower_case(std::string_view(name));
    return small.ends_with(".csv") || small.ends_with(".csv.gz") ||
           small.ends_with("manifest.json");
}

void add_files(const std::vector<std::string>& found, Inputs& inputs) {
    const auto files = without_parts(found);
    inputs.files.insert(inputs.files.end(), files.begin(), files.end());
}

// Providers lay their deliveries out in folders by month and run; each has a manifest.
std::vector<std::string> manifests_below(const std::string& folder) {
    constexpr int deepest = 8;
    std::error_code error;
    std::vector<std::string> found;
    fs::recursive_directory_iterator entries(folder, error);
    for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
        if (entries.depth() >= deepest)
            entries.disable_recursion_pending();
        const auto name = lower_case(entries->path().filename().string());
        std::error_code unreadable;
        if (name.ends_with("manifest.json") && entries->is_regular_file(unreadable))
            found.push_back(entries->path().string());
    }
    return found;
}

// AWS keeps what it delivered before in folders below that of the manifest that counts.
void leave_out_older(std::vector<std::string>& manifests) {
    std::set<fs::path> folders;
    for (const auto& manifest : manifests)
        folders.insert(fs::path(manifest).parent_path());
    std::erase_if(manifests, [&](const std::string& manifest) {
        const auto folder = fs::path(manifest).parent_path();
        for (auto above = folder.parent_path(); !above.empty() && above != above.parent_path();
             above = above.parent_path()) {
            if (folders.contains(above))
                return true;
        }
        return false;
    });
}

// `20250101-20250131`, in which Azure puts one folder for each run of an export.
bool is_month_of_runs(const std::string& name) {
    return name.size() == 17 && name[8] == '-' &&
           std::ranges::count_if(name, is_digit) == std::ssize(name) - 1;
}

// Each run has the whole month: two of them would be charged twice.
void refuse_several_runs(std::vector<std::string>& manifests, Inputs& inputs) {
    std::map<fs::path, std::vector<std::string>> runs;
    for (const auto& manifest : manifests) {
        const auto month = fs::path(manifest).parent_path().parent_path();
        if (is_month_of_runs(month.filename().string()))
            runs[month].push_back(manifest);
    }
    for (const auto& entry : runs) {
        const auto& found = entry.second;
        if (found.size() == 1)
            continue;
        inputs.errors.emplace_back(
            ErrorKind::usage,
            make_diagnostic(20, {.file = entry.first.string(), .line = 0, .column = 0},
                            "the folder has " + std::to_string(found.size()) +
                                " runs of one export",
                            {}, "name the manifest of the last one, or remove the others"));
        std::erase_if(manifests, [&](const std::string& manifest) {
            return std::ranges::find(found, manifest) != found.end();
        });
    }
}

void add_folder(const std::string& folder, Inputs& inputs) {
    std::error_code error;
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (entry.is_regular_file(error) && is_read_from_folder(entry.path().filename().string()))
            found.push_back(entry.path().string());
    }
    if (found.empty() && !error) {
        found = manifests_below(folder);
        leave_out_older(found);
        refuse_several_runs(found, inputs);
        if (!inputs.errors.empty() && found.empty())
            return;
    }
    add_files(found, inputs);
    const Place place{.file = folder, .line = 0, .column = 0};
    if (error) {
        inputs.errors.emplace_back(ErrorKind::environment,
                                   make_diagnostic(901, place,
                                                   "the folder cannot be read: " + error.message(),
                                                   {}, "ask for the right to read it"));
    } else if (found.empty()) {
        inputs.warnings.push_back(
            make_diagnostic(905, place, "the folder has no *.csv or *.csv.gz", {},
                            "folders inside it are searched for manifests alone; name them, or "
                            "use a pattern"));
    }
}

void add_pattern(const std::string& pattern, Inputs& inputs) {
    glob_t found{};
    if (glob(pattern.c_str(), 0, nullptr, &found) == 0) {
        std::vector<std::string> files;
        for (std::size_t i = 0; i < found.gl_pathc; ++i) {
            if (!fs::is_directory(found.gl_pathv[i]))
                files.emplace_back(found.gl_pathv[i]);
        }
        add_files(files, inputs);
    } else {
        inputs.errors.emplace_back(
            ErrorKind::environment,
            make_diagnostic(904, {.file = pattern, .line = 0, .column = 0},
                            "no file matches the pattern", {},
                            "check the path; relative paths count from the working folder"));
    }
    globfree(&found);
}

}  // namespace

bool naturally_before(std::string_view a, std::string_view b) {
    const int order = compare_naturally(a, b);
    return order != 0 ? order < 0 : a < b;
}

Inputs expand_inputs(const std::vector<std::string>& names) {
    Inputs inputs;
    for (const auto& name : names) {
        std::error_code error;
        const bool exists = fs::exists(name, error);
        if (name != "-" && exists && fs::is_directory(name, error)) {
            add_folder(name, inputs);
        } else if (name != "-" && !exists && name.find_first_of("*?[") != std::string::npos) {
            add_pattern(name, inputs);
        } else {
            inputs.files.push_back(name);
        }
    }
    std::ranges::sort(inputs.files, naturally_before);
    inputs.files.erase(std::unique(inputs.files.begin(), inputs.files.end()), inputs.files.end());
    return inputs;
}

}  // namespace focus_billing
