#include "render/html/template_names.hpp"

#include <algorithm>

#include "render/html/index_fields.hpp"
#include "render/html/statement_fields.hpp"
#include "render/html/summary_fields.hpp"

namespace focus_billing {

namespace {

using Kind = TemplateName::Kind;

class NamedFields : public PageFields {
public:
    explicit NamedFields(TemplateName& parent) : m_parent(parent) {}

    void text(std::string_view name, std::string_view /*value*/) override { add(name, Kind::text); }
    void markup(std::string_view name, std::string_view /*value*/) override {
        add(name, Kind::markup);
    }
    void flag(std::string_view name, bool /*value*/) override { add(name, Kind::flag); }
    void group(std::string_view name, const Fill& fill) override {
        NamedFields fields(add(name, Kind::group));
        fill(fields);
    }

protected:
    void list_of_texts(std::string_view name, const std::vector<std::string>& /*values*/) override {
        add(name, Kind::list_of_texts);
    }
    void list_of_items(std::string_view name, std::size_t count, const FillIndexed& fill) override {
        NamedFields fields(add(name, Kind::list));
        for (std::size_t i = 0; i < count; ++i)
            fill(fields, i);
    }
    [[nodiscard]] bool wants_names_alone() const override { return true; }

private:
    TemplateName& add(std::string_view name, Kind kind) {
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

}  // namespace

const TemplateName* TemplateName::find(std::string_view sought) const {
    const auto found = std::ranges::find(names, sought, &TemplateName::name);
    return found == names.end() ? nullptr : &*found;
}

const TemplateName& template_names(TemplateKind kind) {
    static const StatementLook look;
    static const auto statement =
        names_of([](PageFields& fields) { add_statement_fields(fields, StatementView{}, look); });
    static const auto index =
        names_of([](PageFields& fields) { add_index_fields(fields, StatementSummary{}, look); });
    static const auto summary =
        names_of([](PageFields& fields) { add_summary_fields(fields, SummaryView{}, look); });
    switch (kind) {
    case TemplateKind::statement: return statement;
    case TemplateKind::index: return index;
    case TemplateKind::summary: break;
    }
    return summary;
}

}  // namespace focus_billing
