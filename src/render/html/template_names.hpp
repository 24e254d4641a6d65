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

/// The sections that are open at a place of a template. A name is looked for in the innermost
/// first, then outward, as mustache does.
class TemplateScopes {
public:
    explicit TemplateScopes(const TemplateName& page) : m_page(page) {}

    /// Opens a section; nullptr if it is not known which names it has.
    void open(const TemplateName* section) { m_sections.push_back({section, section != nullptr}); }
    /// Opens a section that is written where the name has no value.
    void open_inverted() { m_sections.push_back({nullptr, true}); }
    void close() { m_sections.pop_back(); }

    /// False in a section that is not known: its names cannot be judged.
    [[nodiscard]] bool can_judge() const;
    /// What `name` or `group.name` stands for here; nullptr if for nothing.
    [[nodiscard]] const TemplateName* find(std::string_view name) const;
    /// Whether `{{.}}` stands for a text here.
    [[nodiscard]] bool is_in_text() const;
    /// All names that have a meaning here, those below a group as `group.name`.
    [[nodiscard]] std::vector<std::string> visible_names() const;

private:
    struct Section {
        const TemplateName* name;
        bool is_known;
    };

    [[nodiscard]] std::vector<const TemplateName*> from_inside() const;

    const TemplateName& m_page;
    std::vector<Section> m_sections;
};

}  // namespace focus_billing
