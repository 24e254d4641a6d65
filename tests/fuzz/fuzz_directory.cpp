#include <string>

#include "../unit/support/memory_source.hpp"
#include "focus_billing/billing/attribution/attribute_charge.hpp"
#include "focus_billing/config/read_directory.hpp"
#include "large_buffers.hpp"
#include "require.hpp"

using namespace focus_billing;

namespace {

LoadedDirectory read_as(char kind, const std::string& csv) {
    MemorySource bytes(csv);
    const DirectoryInput input{"fuzz.csv", &bytes};
    if (kind == 'p')
        return read_directory(input, {}, {});
    return kind == 'e' ? read_directory({}, input, {}) : read_directory({}, {}, input);
}

}  // namespace

/// Any bytes, behind a letter that says which file they are, give a directory or findings; charges
/// can be attributed by what is accepted.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const LoadedDirectory loaded =
        read_as(static_cast<char>(data[0]), std::string(text_of(data + 1, size - 1)));
    for (const Diagnostic& diagnostic : loaded.diagnostics)
        require(!diagnostic.message.empty() && diagnostic.place.file == "fuzz.csv");
    if (!loaded.diagnostics.empty())
        return 0;
    const Attributor attributor({}, loaded.directory);
    ChargeAttributor charges(attributor, "");
    Charge charge;
    charge.billing_period = BillingPeriod(2025, 1);
    Tags tags;
    charge.tags = &tags;
    for (const auto& project : loaded.directory.projects) {
        tags.attributes[index_of(Attribute::project_id)] = project.project_id;
        tags.entries = {{"project_id", project.project_id}};
        const auto& found = charges.attribute(charge);
        require(found.values[index_of(Attribute::project_id)] == project.project_id);
    }
    return 0;
}
