#include "focus_billing/workflow/load_directory.hpp"

#include <memory>

#include "focus_billing/config/read_directory.hpp"
#include "focus_billing/files/open_input.hpp"
#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

class DirectoryFile {
public:
    explicit DirectoryFile(const std::string& path) : m_input{path, nullptr} {
        if (path.empty())
            return;
        m_file = open_input(path, path, true);
        m_input.bytes = &m_file->bytes();
    }
    [[nodiscard]] const DirectoryInput& input() const { return m_input; }
    void note(Session& session) const {
        if (m_file)
            session.note_directory_file(m_input.name, m_file->sha256());
    }

private:
    std::unique_ptr<InputFile> m_file;
    DirectoryInput m_input;
};

LoadedDirectory read_files(Session& session) {
    const auto& attribution = session.config().attribution;
    try {
        const DirectoryFile projects(attribution.projects_file);
        const DirectoryFile people(attribution.people_file);
        const DirectoryFile fund_orgs(attribution.fund_orgs_file);
        auto loaded = read_directory(projects.input(), people.input(), fund_orgs.input());
        for (const auto* file : {&projects, &people, &fund_orgs})
            file->note(session);
        return loaded;
    } catch (const Error& error) {
        const auto& cause = error.diagnostic();
        throw Error(ErrorKind::usage,
                    make_diagnostic(35, cause.place, cause.message, {},
                                    "attribution.directory names this file; a relative path "
                                    "counts from the folder of the configuration"));
    }
}

}  // namespace

Directory load_directory(Session& session) {
    auto loaded = read_files(session);
    for (const auto& diagnostic : loaded.diagnostics)
        session.print(diagnostic);
    if (!loaded.diagnostics.empty())
        throw ConfigurationRefused();
    return std::move(loaded.directory);
}

}  // namespace focus_billing
