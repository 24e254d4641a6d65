#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace focus_billing {

/// A data file named in a manifest.
struct ManifestFile {
    std::string path;                   ///< with `/`, as in the provider's storage
    std::optional<std::uint64_t> size;  ///< in bytes
    std::optional<std::uint64_t> rows;  ///< without the header
};

/// A provider's description of one delivery in several files.
struct Manifest {
    std::vector<ManifestFile> files;     ///< in order
    std::optional<std::uint64_t> count;  ///< of files, if given besides the list
    std::optional<std::uint64_t> rows;   ///< of all files
};

/// A manifest, or why the text is not one.
struct ManifestReading {
    Manifest manifest;
    std::string fault;  ///< empty if it could be read
};

/// Reads the manifests of AWS Data Exports (`dataFiles`), of the older AWS Cost and Usage Reports
/// (`reportKeys`) and of Azure Cost Management (`blobs`). Ignores everything else in the text;
/// nesting uses no stack.
[[nodiscard]] ManifestReading read_manifest(std::string_view text);

/// The part after the last `/`.
[[nodiscard]] std::string_view base_name_of(std::string_view path);

}  // namespace focus_billing
