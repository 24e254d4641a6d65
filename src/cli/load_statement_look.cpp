#include "focus_billing/cli/load_statement_look.hpp"

#include <filesystem>

#include "focus_billing/cli/read_text_file.hpp"
#include "focus_billing/render/check_template.hpp"

namespace focus_billing {

namespace {

struct TemplateFile {
    const char* name;
    TemplateKind kind;
    std::string StatementLook::*text;
};

constexpr TemplateFile template_files[] = {
    {"statement.html.mustache", TemplateKind::statement, &StatementLook::statement_template},
    {"index.html.mustache", TemplateKind::index, &StatementLook::index_template},
    {"summary.html.mustache", TemplateKind::summary, &StatementLook::summary_template}};

// A folder without any of them is a slip; one of them is enough.
void load_templates(Session& session, const std::string& folder, StatementLook& look) {
    bool found = false;
    bool refused = false;
    for (const auto& file : template_files) {
        const auto path = folder + "/" + file.name;
        if (!std::filesystem::exists(path))
            continue;
        found = true;
        look.*file.text = read_text_file(path, ErrorKind::usage, 704);
        for (const auto& finding : check_template(look.*file.text, path, file.kind)) {
            session.print(finding);
            refused = refused || finding.severity == Severity::error;
        }
    }
    if (!found) {
        throw Error(ErrorKind::usage,
                    make_diagnostic(704, {.file = folder, .line = 0, .column = 0},
                                    "there is no template in the folder of statements.templates",
                                    {},
                                    "it may have statement.html.mustache, index.html.mustache and "
                                    "summary.html.mustache"));
    }
    if (refused)
        throw ConfigurationRefused{};
}

}  // namespace

StatementLook load_statement_look(Session& session) {
    const auto& config = session.config().statements;
    StatementLook look = config.look;
    if (!config.logo_file.empty())
        look.logo = read_text_file(config.logo_file, ErrorKind::usage, 704);
    if (!config.templates_directory.empty())
        load_templates(session, config.templates_directory, look);
    return look;
}

}  // namespace focus_billing
