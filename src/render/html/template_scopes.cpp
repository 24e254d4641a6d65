#include "render/html/template_scopes.hpp"

#include <algorithm>

namespace focus_billing {

namespace {

using Kind = TemplateName::Kind;

const TemplateName* find_below(const TemplateName& parent, std::string_view path) {
    const auto dot = path.find('.');
    const auto* const found = parent.find(path.substr(0, dot));
    if (found == nullptr || dot == std::string_view::npos)
        return found;
    return found->kind == Kind::group ? find_below(*found, path.substr(dot + 1)) : nullptr;
}

void append_names(const TemplateName& parent, const std::string& prefix,
                  std::vector<std::string>& names) {
    for (const auto& name : parent.names) {
        names.push_back(prefix + name.name);
        if (name.kind == Kind::group)
            append_names(name, names.back() + ".", names);
    }
}

}  // namespace

bool TemplateScopes::can_judge() const {
    return std::ranges::all_of(m_sections, &Section::is_known);
}

std::vector<const TemplateName*> TemplateScopes::from_inside() const {
    std::vector<const TemplateName*> scopes;
    for (auto section = m_sections.rbegin(); section != m_sections.rend(); ++section) {
        if (section->name != nullptr)
            scopes.push_back(section->name);
    }
    scopes.push_back(&m_page);
    return scopes;
}

const TemplateName* TemplateScopes::find(std::string_view name) const {
    for (const auto* scope : from_inside()) {
        if (const auto* found = find_below(*scope, name))
            return found;
    }
    return nullptr;
}

bool TemplateScopes::is_in_text() const {
    if (m_sections.empty() || m_sections.back().name == nullptr)
        return false;
    const auto kind = m_sections.back().name->kind;
    return kind == Kind::list_of_texts || kind == Kind::text;
}

std::vector<std::string> TemplateScopes::visible_names() const {
    std::vector<std::string> names;
    for (const auto* scope : from_inside())
        append_names(*scope, "", names);
    return names;
}

}  // namespace focus_billing
