#include "workflow/statements/load_statement_style.hpp"

#include <filesystem>

#include "focus_billing/files/open_input.hpp"
#include "focus_billing/render/html/check_template.hpp"
#include "focus_billing/render/pdf/pdf_sheet.hpp"

namespace focus_billing {

namespace {

struct TemplateFile {
    const char* name;
    TemplateKind kind;
    std::string StatementStyle::*text;
};

// `: No such file or directory`, of a message that ends so.
std::string reason_of(const std::string& message) {
    const auto colon = message.rfind(": ");
    return colon == std::string::npos ? std::string() : message.substr(colon);
}

constexpr TemplateFile template_files[] = {
    {"statement.html.mustache", TemplateKind::statement, &StatementStyle::statement_template},
    {"index.html.mustache", TemplateKind::index, &StatementStyle::index_template},
    {"summary.html.mustache", TemplateKind::summary, &StatementStyle::summary_template}};

std::string read_configured(const std::string& path, const std::string& what,
                            const std::string& key) {
    try {
        return read_text_file(path, ErrorKind::usage, 704);
    } catch (const Error& error) {
        auto diagnostic = make_diagnostic(
            704, {.file = path, .line = 0, .column = 0},
            "the " + what + " cannot be read" + reason_of(error.diagnostic().message), {},
            "mend the path; a relative one counts from the folder of the configuration");
        diagnostic.field = "statements." + key;
        throw Error(ErrorKind::usage, std::move(diagnostic));
    }
}

// A folder without any of them is a slip; one of them is enough.
void load_templates(Session& session, const std::string& folder, StatementStyle& style) {
    bool found = false;
    bool refused = false;
    for (const auto& file : template_files) {
        const auto path = folder + "/" + file.name;
        if (!std::filesystem::exists(path))
            continue;
        found = true;
        style.*file.text = read_configured(path, "template", "templates");
        for (const auto& finding : check_template(style.*file.text, path, file.kind)) {
            session.print(finding);
            refused = refused || finding.severity == Severity::error;
        }
    }
    if (!found) {
        throw Error(ErrorKind::usage,
                    make_diagnostic(704, {.file = folder, .line = 0, .column = 0},
                                    std::filesystem::is_directory(folder)
                                        ? "there is no template in the folder of "
                                          "statements.templates"
                                        : "the folder of statements.templates is not there",
                                    {},
                                    "it may have statement.html.mustache, index.html.mustache and "
                                    "summary.html.mustache"));
    }
    if (refused)
        throw ConfigurationRefused{};
}

}  // namespace

StatementStyle load_statement_look(Session& session) {
    const auto& config = session.config().statements;
    StatementStyle style = config.style;
    if (!config.logo_file.empty()) {
        style.logo = read_configured(config.logo_file, "logo", "logo");
        check_logo(style.logo);
    }
    if (!config.templates_directory.empty())
        load_templates(session, config.templates_directory, style);
    return style;
}

}  // namespace focus_billing
