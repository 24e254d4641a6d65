#include "focus_billing/render/html/check_template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "focus_billing/model/nearest_name.hpp"
#include "render/html/template_names.hpp"
#include "render/html/template_tags.hpp"

namespace focus_billing {

namespace {

using Kind = TemplateTag::Kind;

constexpr std::size_t deepest_nesting = 20;
constexpr std::string_view list_of_names = "docs/statement-templates.md lists the placeholders";

/// The section, or one of several, in which a name stands: `{{#facts}}`.
std::string section_with(const TemplateName& parent, std::string_view name) {
    for (const auto& child : parent.names) {
        if (child.find(name) != nullptr)
            return fmt::format("{{{{#{}}}}}", child.name);
        if (auto deeper = section_with(child, name); !deeper.empty())
            return deeper;
    }
    return {};
}

class TemplateChecker {
public:
    TemplateChecker(const std::string& file, TemplateKind kind)
        : m_file(file), m_page(template_names(kind)), m_scopes(m_page) {}

    std::vector<Diagnostic> findings(const std::vector<TemplateTag>& tags) {
        for (const auto& tag : tags)
            check(tag);
        while (!m_open.empty())
            report_never_closed();
        std::ranges::stable_sort(m_findings, {}, [](const Diagnostic& finding) {
            return std::pair(finding.place.line, finding.place.column);
        });
        return std::move(m_findings);
    }

private:
    void check(const TemplateTag& tag) {
        switch (tag.kind) {
        case Kind::not_closed:
            return report(711, tag, "a tag that is not closed on its line",
                          tag.source.starts_with("{{{") ? "end it with }}}" : "end it with }}");
        case Kind::partial:
            return report(711, tag, "another file cannot be taken in", "write its text here");
        case Kind::delimiters:
            return report(711, tag, "the braces of tags cannot be changed",
                          "write tags as {{name}}");
        default: break;
        }
        if (tag.name.empty())
            report(711, tag, "a tag without a name", std::string(list_of_names));
        else if (tag.kind == Kind::section || tag.kind == Kind::inverted)
            open(tag);
        else if (tag.kind == Kind::end)
            close(tag);
        else
            check_value(tag);
    }

    void open(const TemplateTag& tag) {
        if (m_open.size() == deepest_nesting)
            report(711, tag, fmt::format("sections nested more than {} deep", deepest_nesting),
                   "take them apart");
        const auto* section = m_scopes.find(tag.name);
        if (section == nullptr)
            section = report_unknown(tag, "section");
        m_open.push_back(tag);
        if (tag.kind == Kind::inverted)
            m_scopes.open_inverted();
        else
            m_scopes.open(section);
    }

    void close(const TemplateTag& tag) {
        const auto start =
            std::ranges::find(m_open.rbegin(), m_open.rend(), tag.name, &TemplateTag::name);
        if (start == m_open.rend())
            return report_not_opened(tag);
        for (auto inner = start - m_open.rbegin(); inner > 0; --inner)
            report_never_closed(&tag);
        leave();
    }

    void leave() {
        m_open.pop_back();
        m_scopes.close();
    }

    // A misspelt end is taken for the end of the section that is open.
    void report_not_opened(const TemplateTag& tag) {
        if (m_open.empty())
            return report(711, tag, fmt::format("section '{}' is not open here", tag.name),
                          fmt::format("open it with {{{{#{}}}}}, or remove this", tag.name));
        const auto& open = m_open.back();
        report(711, tag,
               fmt::format("'{}' is closed where '{}' of line {} is open", tag.name, open.name,
                           open.line),
               fmt::format("close it first: {{{{/{}}}}}", open.name));
        const std::array<std::string, 1> name = {open.name};
        if (nearest_name(tag.name, name))
            leave();
    }

    void report_never_closed(const TemplateTag* end = nullptr) {
        const auto open = m_open.back();
        leave();
        report(711, open,
               end == nullptr ? fmt::format("section '{}' is never closed", open.name)
                              : fmt::format("section '{}' is still open where '{}' ends on line {}",
                                            open.name, end->name, end->line),
               fmt::format("write {{{{/{}}}}} where it ends", open.name));
    }

    void check_value(const TemplateTag& tag) {
        if (tag.name == ".")
            return check_current_text(tag);
        const auto* const name = m_scopes.find(tag.name);
        if (name == nullptr) {
            report_unknown(tag, "placeholder");
        } else if (name->kind == TemplateName::Kind::text) {
            check_escaping(tag);
        } else if (name->kind == TemplateName::Kind::markup) {
            if (tag.kind == Kind::text)
                report(713, tag, fmt::format("'{}' is markup, and would be escaped", tag.name),
                       fmt::format("write {{{{{{{}}}}}}}", tag.name));
        } else {
            report(712, tag, fmt::format("'{}' is a section, not a text", tag.name),
                   fmt::format("write {{{{#{0}}}}} ... {{{{/{0}}}}}", tag.name));
        }
    }

    void check_current_text(const TemplateTag& tag) {
        if (m_scopes.is_in_text())
            return check_escaping(tag);
        if (m_scopes.can_judge())
            report(712, tag, "'.' stands for no text here",
                   "use it in a section of texts: {{#warnings}}{{.}}{{/warnings}}");
    }

    void check_escaping(const TemplateTag& tag) {
        if (tag.kind == Kind::unescaped)
            report(713, tag, fmt::format("'{}' must be escaped", tag.name),
                   fmt::format("write {{{{{}}}}}", tag.name));
    }

    /// What was meant, if that is known.
    const TemplateName* report_unknown(const TemplateTag& tag, std::string_view what) {
        if (!m_scopes.can_judge())
            return nullptr;
        const auto names = m_scopes.visible_names();
        const auto near = nearest_name(tag.name, names);
        const auto elsewhere = section_with(m_page, tag.name);
        report(712, tag, fmt::format("unknown {} '{}'", what, tag.name),
               !elsewhere.empty() ? fmt::format("'{}' stands in {}", tag.name, elsewhere)
               : near             ? fmt::format("did you mean '{}'?", *near)
                                  : std::string(list_of_names));
        return near && elsewhere.empty() ? m_scopes.find(*near) : nullptr;
    }

    void report(int code, const TemplateTag& tag, std::string message, std::string help) {
        m_findings.push_back(make_diagnostic(code, {m_file, tag.line, tag.column},
                                             std::move(message), tag.source, std::move(help)));
    }

    const std::string& m_file;
    const TemplateName& m_page;
    TemplateScopes m_scopes;
    std::vector<TemplateTag> m_open;
    std::vector<Diagnostic> m_findings;
};

}  // namespace

std::vector<Diagnostic> check_template(std::string_view text, const std::string& file,
                                       TemplateKind kind) {
    return TemplateChecker(file, kind).findings(template_tags(text));
}

}  // namespace focus_billing
