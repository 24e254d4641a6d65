#include "render/html/template_names.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <set>

#include "focus_billing/render/html/check_template.hpp"
#include "render/html/html_template.hpp"
#include "render/html/page_fields.hpp"
#include "render/statements/full_view.hpp"
#include "support/project_files.hpp"

using namespace focus_billing;

namespace {

using Kind = TemplateName::Kind;
using Paths = std::set<std::string>;

/// The names that a page really has, each by the path to it.
class RecordedFields : public PageFields {
public:
    RecordedFields(Paths& paths, std::string prefix)
        : m_paths(paths), m_prefix(std::move(prefix)) {}

    void text(std::string_view name, std::string_view /*value*/) override { add(name); }
    void markup(std::string_view name, std::string_view /*value*/) override { add(name); }
    void flag(std::string_view name, bool /*value*/) override { add(name); }
    void group(std::string_view name, const Fill& fill) override {
        RecordedFields fields(m_paths, add(name) + "/");
        fill(fields);
    }

protected:
    void list_of_texts(std::string_view name, const std::vector<std::string>& values) override {
        CHECK_FALSE(values.empty());
        add(name);
    }
    void list_of_items(std::string_view name, std::size_t count, const FillIndexed& fill) override {
        RecordedFields fields(m_paths, add(name) + "/");
        for (std::size_t i = 0; i < count; ++i)
            fill(fields, i);
    }
    [[nodiscard]] bool wants_names_alone() const override { return false; }

private:
    std::string add(std::string_view name) {
        return *m_paths.insert(m_prefix + std::string(name)).first;
    }

    Paths& m_paths;
    std::string m_prefix;
};

void fill_full(PageFields& fields, TemplateKind kind) {
    switch (kind) {
    case TemplateKind::statement:
        return add_statement_fields(fields, full_statement_view(), full_look());
    case TemplateKind::index: return add_index_fields(fields, full_summary(), full_look());
    case TemplateKind::summary: return add_summary_fields(fields, full_summary_view(), full_look());
    }
}

void append_paths(const TemplateName& parent, const std::string& prefix, Paths& paths) {
    for (const auto& name : parent.names) {
        paths.insert(prefix + name.name);
        append_paths(name, prefix + name.name + "/", paths);
    }
}

/// A template that writes something if the name has a value.
std::string use_of(const TemplateName& name) {
    switch (name.kind) {
    case Kind::text: return "{{" + name.name + "}}";
    case Kind::markup: return "{{{" + name.name + "}}}";
    case Kind::list_of_texts: return "{{#" + name.name + "}}{{.}}{{/" + name.name + "}}";
    default: return "{{#" + name.name + "}}yes{{/" + name.name + "}}";
    }
}

void check_uses(const TemplateName& parent, const std::string& before, const std::string& after,
                TemplateKind kind) {
    for (const auto& name : parent.names) {
        const auto text = before + use_of(name) + after;
        CAPTURE(text);
        CHECK(check_template(text, "f", kind).empty());
        HtmlTemplate page(text);
        CHECK_FALSE(page.filled([&](PageFields& fields) { fill_full(fields, kind); }).empty());
        check_uses(name, before + "{{#" + name.name + "}}", "{{/" + name.name + "}}" + after, kind);
    }
}

constexpr std::array all_kinds = {TemplateKind::statement, TemplateKind::index,
                                  TemplateKind::summary};

}  // namespace

TEST_CASE("the names that the check knows are those that a page has") {
    for (const auto kind : all_kinds) {
        Paths supplied;
        RecordedFields fields(supplied, "");
        fill_full(fields, kind);
        Paths known;
        append_paths(template_names(kind), "", known);
        CHECK(known == supplied);
        CHECK(known.size() > 20);
    }
}

TEST_CASE("each name shows a value of a view that has all") {
    for (const auto kind : all_kinds)
        check_uses(template_names(kind), "", "", kind);
}

TEST_CASE("no name is told twice") {
    for (const auto kind : all_kinds) {
        auto names = template_names(kind).names;
        std::ranges::sort(names, {}, &TemplateName::name);
        CHECK(std::ranges::adjacent_find(names, {}, &TemplateName::name) == names.end());
    }
}

TEST_CASE("docs/statement-templates.md has a row for each name, and no other") {
    const auto docs = file_text(project_path("docs/statement-templates.md"));
    Paths known;
    for (const auto kind : all_kinds)
        append_paths(template_names(kind), "", known);
    Paths names;
    for (const auto& path : known)
        names.insert(path.substr(path.rfind('/') + 1));
    for (const auto& name : names) {
        CAPTURE(name);
        CHECK((docs.find("| `" + name + "` |") != std::string::npos || name.starts_with("has_")));
    }
    for (auto at = docs.find("\n| `"); at != std::string::npos; at = docs.find("\n| `", at + 1)) {
        const auto name = docs.substr(at + 4, docs.find('`', at + 4) - at - 4);
        CAPTURE(name);
        CHECK((names.contains(name) || name.starts_with('{')));
    }
}
