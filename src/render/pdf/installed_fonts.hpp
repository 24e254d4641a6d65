#pragma once

#include <fontconfig/fontconfig.h>

#include <memory>
#include <string>
#include <vector>

namespace focus_billing {

struct FreeFontConfig {
    void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};
using FontConfig = std::unique_ptr<FcConfig, FreeFontConfig>;

struct InstalledFonts {
    FontConfig config;                  ///< knows the fonts of these families alone
    std::vector<std::string> families;  ///< in the order in which they are preferred
};

/// Finds the families that `wanted` names (see PdfFonts). FB720 if there are none.
[[nodiscard]] InstalledFonts installed_fonts(const std::vector<std::string>& wanted);

}  // namespace focus_billing
