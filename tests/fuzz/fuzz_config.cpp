#include <optional>
#include <string>

#include "focus_billing/config/load_config.hpp"
#include "focus_billing/config/show_config.hpp"
#include "require.hpp"

using namespace focus_billing;

namespace {

std::optional<std::string> look_up(const std::string& name) {
    if (name == "A") {
        return "x ${B} $${";
    }
    return name == "B" ? std::optional<std::string>("\xFF\n") : std::nullopt;
}

}  // namespace

/// Any bytes give a configuration or findings; what is accepted is shown as YAML that means the
/// same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const LoadedConfig loaded = load_config(text_of(data, size), "fuzz.yaml", look_up);
    for (const Diagnostic& diagnostic : loaded.diagnostics) {
        require(!diagnostic.message.empty() && !diagnostic.help.empty());
    }
    if (loaded.diagnostics.empty()) {
        const LoadedConfig again = load_config(show_config(loaded.config), "fuzz.yaml", look_up);
        require(again.diagnostics.empty());
        require(again.config == loaded.config);
    }
    return 0;
}
