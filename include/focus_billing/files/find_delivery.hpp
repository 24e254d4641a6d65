#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"

namespace focus_billing {

/// A data file of a manifest, as it was found.
struct DeliveryPart {
    std::string path;
    std::string name;        ///< without folders
    std::uint64_t size = 0;  ///< in bytes
    std::filesystem::file_time_type written{};
    std::optional<std::uint64_t> rows;  ///< that it must have, if that is told
};

/// All files of one delivery, or why it is not complete.
struct DeliveryFiles {
    std::vector<DeliveryPart> parts;    ///< in the order of the manifest, those that were found
    std::vector<Diagnostic> faults;     ///< FB122 to FB128
    bool is_manifest = false;           ///< false if the text is none (FB122)
    std::optional<std::uint64_t> rows;  ///< that all parts together must have, if that is told
};

/// Whether a file of this name is taken as a manifest: `*.json`.
[[nodiscard]] bool is_manifest_name(const std::string& path);

/// Reads a manifest and looks for the files that it names: beside it, below its folder or, as AWS
/// lays them out, in a folder `data` beside one of those around it, where the end of the path
/// fits. Throws Error (FB901, FB902, environment).
[[nodiscard]] DeliveryFiles find_delivery(const std::string& manifest);

/// `paths` without the files that belong to a manifest among them; of one that cannot be read, that
/// is every file in its folder.
[[nodiscard]] std::vector<std::string> without_parts(const std::vector<std::string>& paths);

}  // namespace focus_billing
