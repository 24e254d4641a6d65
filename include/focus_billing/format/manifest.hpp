#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace focus_billing {

/// A data file as a manifest names it.
struct ManifestFile {
    std::string path;                   ///< with `/`, as it was where the provider wrote it
    std::optional<std::uint64_t> size;  ///< in bytes
    std::optional<std::uint64_t> rows;  ///< without the header
};

/// What a provider says of one delivery in several files.
struct Manifest {
    std::vector<ManifestFile> files;     ///< in their order
    std::optional<std::uint64_t> count;  ///< of the files, where it is told apart from the list
    std::optional<std::uint64_t> rows;   ///< of all files
};

/// A manifest, or why the text is none.
struct ManifestReading {
    Manifest manifest;
    std::string fault;  ///< empty if it could be read
};

/// Reads the manifests of AWS Data Exports (`dataFiles`), of the older AWS Cost and Usage Reports
/// (`reportKeys`) and of Azure Cost Management (`blobs`). Of all else in the text nothing is taken,
/// and nesting costs no stack.
[[nodiscard]] ManifestReading read_manifest(std::string_view text);

/// Behind the last `/`.
[[nodiscard]] std::string_view base_name_of(std::string_view path);

}  // namespace focus_billing
