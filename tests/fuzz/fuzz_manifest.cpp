#include "focus_billing/format/manifest.hpp"

#include "require.hpp"

using namespace focus_billing;

/// Any bytes are a manifest whose files have names, or a fault is told.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto reading = read_manifest(text_of(data, size));
    if (!reading.fault.empty())
        return 0;
    for (const auto& file : reading.manifest.files)
        require(!base_name_of(file.path).empty());
    return 0;
}
