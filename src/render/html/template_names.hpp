#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/render/html/template_kind.hpp"

namespace focus_billing {

/// A name that a template may use, as its page tells it (PageFields), and the names within it.
struct TemplateName {
    enum class Kind : std::uint8_t { text, markup, flag, group, list, list_of_texts };

    std::string name;  ///< empty: the whole page
    Kind kind = Kind::group;
    std::vector<TemplateName> names;  ///< of a group, or of each item of a list

    [[nodiscard]] const TemplateName* find(std::string_view sought) const;
};

/// All names of a kind of page, in the order in which they are documented.
[[nodiscard]] const TemplateName& template_names(TemplateKind kind);

}  // namespace focus_billing
