#include "render/html/template_names.hpp"

#include <algorithm>

#include "render/html/page_fields.hpp"

namespace focus_billing {

namespace {

using NameKind = TemplateName::Kind;

class NamedFields : public PageFields {
public:
    explicit NamedFields(TemplateName& parent) : m_parent(parent) {}

    void text(std::string_view name, std::string_view /*value*/) override {
        add(name, NameKind::text);
    }
    void markup(std::string_view name, std::string_view /*value*/) override {
        add(name, NameKind::markup);
    }
    void flag(std::string_view name, bool /*value*/) override { add(name, NameKind::flag); }
    void group(std::string_view name, const Fill& fill) override {
        NamedFields fields(add(name, NameKind::group));
        fill(fields);
    }

protected:
    void list_of_texts(std::string_view name, const std::vector<std::string>& /*values*/) override {
        add(name, NameKind::list_of_texts);
    }
    void list_of_items(std::string_view name, std::size_t count, const FillIndexed& fill) override {
        NamedFields fields(add(name, NameKind::list));
        for (std::size_t i = 0; i < count; ++i)
            fill(fields, i);
    }
    [[nodiscard]] bool wants_names_alone() const override { return true; }

private:
    TemplateName& add(std::string_view name, NameKind kind) {
        return m_parent.names.emplace_back(TemplateName{std::string(name), kind, {}});
    }

    TemplateName& m_parent;
};

TemplateName names_of(const PageFields::Fill& fill) {
    TemplateName page;
    NamedFields fields(page);
    fill(fields);
    return page;
}

const TemplateName* find_below(const TemplateName& parent, std::string_view path) {
    const auto dot = path.find('.');
    const auto* const found = parent.find(path.substr(0, dot));
    if (found == nullptr || dot == std::string_view::npos)
        return found;
    return found->kind == NameKind::group ? find_below(*found, path.substr(dot + 1)) : nullptr;
}

void append_names(const TemplateName& parent, const std::string& prefix,
                  std::vector<std::string>& names) {
    for (const auto& name : parent.names) {
        names.push_back(prefix + name.name);
        if (name.kind == NameKind::group)
            append_names(name, names.back() + ".", names);
    }
}

}  // namespace

const TemplateName* TemplateName::find(std::string_view sought) const {
    const auto found = std::ranges::find(names, sought, &TemplateName::name);
    return found == names.end() ? nullptr : &*found;
}

const TemplateName& template_names(TemplateKind kind) {
    static const StatementStyle style;
    static const auto statement =
        names_of([](PageFields& fields) { add_statement_fields(fields, StatementView{}, style); });
    static const auto index =
        names_of([](PageFields& fields) { add_index_fields(fields, StatementSummary{}, style); });
    static const auto summary =
        names_of([](PageFields& fields) { add_summary_fields(fields, SummaryView{}, style); });
    switch (kind) {
    case TemplateKind::statement: return statement;
    case TemplateKind::index: return index;
    case TemplateKind::summary: break;
    }
    return summary;
}

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
    return kind == NameKind::list_of_texts || kind == NameKind::text;
}

std::vector<std::string> TemplateScopes::visible_names() const {
    std::vector<std::string> names;
    for (const auto* scope : from_inside())
        append_names(*scope, "", names);
    return names;
}

}  // namespace focus_billing
