#include "focus_billing/workflow/config_origin.hpp"

#include <fmt/format.h>

#include "focus_billing/workflow/session.hpp"
#include "focus_billing/render/diagnostic_text.hpp"

namespace focus_billing {

std::string config_origin(const Config& config) {
    if (!config.file.empty())
        return shown_text(config.file, 500);
    return fmt::format("built-in defaults (there is no {}, {} or {})", config_places[0],
                       config_places[1], config_places[2]);
}

}  // namespace focus_billing
