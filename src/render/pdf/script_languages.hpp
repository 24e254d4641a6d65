#pragma once

#include <string_view>

#include "render/pdf/pango_owned.hpp"

namespace focus_billing {

/// Marks the parts of `text` that are not in the script of `language` with a language that is.
/// Pango would ask the environment (LANGUAGE), and the same text would look different elsewhere.
[[nodiscard]] PangoOwned<PangoAttrList> script_languages(std::string_view text,
                                                         PangoLanguage* language);

}  // namespace focus_billing
