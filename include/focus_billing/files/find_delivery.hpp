#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"

namespace focus_billing {

/// A data file of a manifest, as found.
struct DeliveryPart {
    std::string path;
    std::string name;        ///< without folders
    std::uint64_t size = 0;  ///< in bytes
    std::filesystem::file_time_type written{};
    std::optional<std::uint64_t> rows;  ///< expected rows, if stated
};

/// All files of one delivery, or why it is incomplete.
struct DeliveryFiles {
    std::vector<DeliveryPart> parts;    ///< the files found, in the order of the manifest
    std::vector<Diagnostic> faults;     ///< FB122 to FB128
    bool is_manifest = false;           ///< false if the text is not a manifest (FB122)
    std::optional<std::uint64_t> rows;  ///< expected rows of all parts, if stated
};

/// Whether a file with this name is read as a manifest: `*.json`.
[[nodiscard]] bool is_manifest_name(const std::string& path);

/// Reads a manifest and looks for its files: beside it, below its folder or, as AWS lays them out,
/// in a folder `data` beside one of its parent folders, if the end of the path matches. Throws
/// Error (FB901, FB902, environment).
[[nodiscard]] DeliveryFiles find_delivery(const std::string& manifest);

/// `paths` without the files that belong to a manifest among them. For an unreadable manifest,
/// these are all files in its folder.
[[nodiscard]] std::vector<std::string> without_parts(const std::vector<std::string>& paths);

}  // namespace focus_billing
