#include "focus_billing/files/find_delivery.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <system_error>

#include "focus_billing/files/open_input.hpp"
#include "focus_billing/format/manifest.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_manifest = std::size_t{64} << 20U;
constexpr std::size_t most_folders = 16;  // of a path, counted from its end
constexpr int folders_around = 4;

// Nothing if there is more than a manifest can have.
std::optional<std::string> read_text(const std::string& path) {
    const auto file = open_input(path, path);
    std::string text;
    std::array<char, 65'536> buffer{};
    while (const auto got = file->bytes().read(buffer.data(), buffer.size())) {
        text.append(buffer.data(), got);
        if (text.size() > largest_manifest)
            return std::nullopt;
    }
    return text;
}

// `s3://bucket/data/x.csv` -> x.csv, data/x.csv, bucket/data/x.csv; no `..` leads out of it.
std::vector<fs::path> ends_of(std::string_view path) {
    std::vector<fs::path> ends;
    fs::path end;
    while (!path.empty() && ends.size() < most_folders) {
        const auto name = base_name_of(path);
        path.remove_suffix(std::min(path.size(), name.size() + 1));
        if (name.empty() || name == ".")
            continue;
        if (name == "..")
            break;
        end = end.empty() ? fs::path(name) : fs::path(name) / end;
        ends.push_back(end);
    }
    return ends;
}

std::optional<fs::path> file_at(const fs::path& path) {
    std::error_code error;
    return fs::is_regular_file(path, error) ? std::optional(path) : std::nullopt;
}

// `a/../b` is not `b` where a is a link.
fs::path without_detours(const fs::path& path) {
    std::error_code error;
    const auto shorter = path.lexically_normal();
    return fs::equivalent(path, shorter, error) ? shorter : path;
}

std::optional<fs::path> find_file(const fs::path& folder, std::string_view path) {
    const auto ends = ends_of(path);
    for (const auto& end : ends) {
        if (const auto found = file_at(folder / end))
            return found;
    }
    fs::path around = folder;
    for (int i = 0; i < folders_around; ++i) {
        around /= "..";
        for (const auto& end : ends) {
            if (*end.begin() != "data")
                continue;
            if (const auto found = file_at(around / end))
                return without_detours(*found);
        }
    }
    return std::nullopt;
}

class DeliverySearch {
public:
    explicit DeliverySearch(const std::string& path)
        : m_path(path), m_folder(fs::path(path).parent_path()) {}

    DeliveryFiles run() {
        const auto text = read_text(m_path);
        const auto reading = text ? read_manifest(*text)
                                  : ManifestReading{.manifest = {}, .fault = "it is too large"};
        if (!reading.fault.empty()) {
            add_fault(122, "the file is no manifest that can be read: " + reading.fault, {},
                      "wait until it is complete; known are those of AWS Data Exports, AWS Cost "
                      "and Usage Reports and Azure Cost Management");
            return std::move(m_found);
        }
        m_found.is_manifest = true;
        m_found.rows = reading.manifest.rows;
        check_counts(reading.manifest);
        for (const auto& file : reading.manifest.files)
            add_part(file);
        return std::move(m_found);
    }

private:
    void add_fault(int code, std::string message, std::string value, std::string help) {
        m_found.faults.push_back(make_diagnostic(code, {.file = m_path, .line = 0, .column = 0},
                                                 std::move(message), std::move(value),
                                                 std::move(help)));
    }

    void check_counts(const Manifest& manifest) {
        const auto named = manifest.files.size();
        if (named == 0) {
            add_fault(123, "the manifest names no data file", {},
                      "check the export; a month without charges needs no import");
        } else if (manifest.count && *manifest.count != named) {
            add_fault(128,
                      "the manifest names " + std::to_string(named) +
                          " data files and says that "
                          "there are " +
                          std::to_string(*manifest.count),
                      {}, "fetch the manifest and its files again");
        }
    }

    void add_part(const ManifestFile& file) {
        const std::string name(base_name_of(file.path));
        const std::string small = lower_case(std::string_view(name));
        if (!m_names.insert(file.path).second) {
            add_fault(124, "the manifest names a data file twice", file.path,
                      "fetch the manifest again; counting the file twice would bill twice");
        } else if (small.ends_with(".parquet")) {
            add_fault(125, "the manifest is one of Parquet files", file.path,
                      "set the export to CSV, plain or gzip");
        } else if (const auto found = find_file(m_folder, file.path)) {
            add_found(file, name, found->string());
        } else {
            add_fault(126, "a data file of the manifest is missing", file.path,
                      "put it beside the manifest, or keep the folders as the provider has them");
        }
    }

    void add_found(const ManifestFile& file, const std::string& name, const std::string& path) {
        std::error_code gone;  // will be told when it is opened
        const auto size = fs::file_size(path, gone);
        if (!m_paths.insert(path).second) {
            add_fault(124, "two data files of the manifest are one here: " + path, file.path,
                      "keep the folders as the provider has them");
        } else if (file.size && *file.size != size) {
            m_found.faults.push_back(
                make_diagnostic(127, {.file = path, .line = 0, .column = 0},
                                "the file has " + std::to_string(size) +
                                    " bytes, by the manifest it has " + std::to_string(*file.size),
                                {}, "fetch it again, and unchanged: as it is, not decompressed"));
        }
        m_found.parts.push_back({.path = path,
                                 .name = name,
                                 .size = size,
                                 .written = fs::last_write_time(path, gone),
                                 .rows = file.rows});
    }

    const std::string& m_path;
    fs::path m_folder;
    DeliveryFiles m_found;
    std::set<std::string> m_names;
    std::set<std::string> m_paths;
};

// What cannot be read is told when its turn comes.
DeliveryFiles find_what_can_be_read(const std::string& manifest) {
    try {
        return find_delivery(manifest);
    } catch (const Error&) {
        return {};
    }
}

fs::path plain(const fs::path& path) {
    return path.lexically_normal();
}

}  // namespace

bool is_manifest_name(const std::string& path) {
    return lower_case(std::string_view(path)).ends_with(".json");
}

DeliveryFiles find_delivery(const std::string& manifest) {
    return DeliverySearch(manifest).run();
}

std::vector<std::string> without_parts(const std::vector<std::string>& paths) {
    std::set<fs::path> parts;
    std::set<fs::path> folders;
    for (const auto& path : paths) {
        if (!is_manifest_name(path))
            continue;
        const auto delivery = find_what_can_be_read(path);
        if (!delivery.is_manifest)
            folders.insert(plain(fs::path(path).parent_path()));
        for (const auto& part : delivery.parts)
            parts.insert(plain(part.path));
    }
    std::vector<std::string> others;
    std::ranges::copy_if(paths, std::back_inserter(others), [&](const std::string& path) {
        return is_manifest_name(path) || (!parts.contains(plain(path)) &&
                                          !folders.contains(plain(fs::path(path).parent_path())));
    });
    return others;
}

}  // namespace focus_billing
