#include "focus_billing/workflow/journals/load_layout.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include "focus_billing/config/layouts/builtin_layouts.hpp"
#include "focus_billing/config/read_journal.hpp"
#include "focus_billing/files/open_input.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/nearest_name.hpp"

namespace focus_billing {

namespace {

constexpr int unknown_layout = 814;
constexpr std::string_view extension = ".yaml";

bool is_file(const std::string& name) {
    return name.find('/') != std::string::npos || name.ends_with(extension);
}

std::map<std::string, std::string> files_by_name(Session& session) {
    std::map<std::string, std::string> files;
    for (const auto& layout : builtin_layouts())
        files.emplace(layout.name, std::string());
    const auto& folder = session.config().journal.layouts_directory;
    if (folder.empty())
        return files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() == extension)
            files[entry.path().stem().string()] = entry.path().string();
    }
    if (error) {
        throw Error(ErrorKind::usage,
                    make_diagnostic(unknown_layout, {.file = folder},
                                    "the folder of layouts cannot be read: " + error.message(), {},
                                    "journal.layouts names it; a relative path counts from the "
                                    "folder of the configuration"));
    }
    return files;
}

[[noreturn]] void refuse_name(const std::string& name,
                              const std::map<std::string, std::string>& files) {
    std::vector<std::string> names;
    std::string list;
    for (const auto& [known, file] : files) {
        names.push_back(known);
        list += (list.empty() ? "" : ", ") + known;
    }
    const auto nearest = nearest_name(name, std::span<const std::string>(names));
    throw Error(ErrorKind::usage,
                make_diagnostic(unknown_layout, {}, "there is no journal layout of this name", name,
                                (nearest ? "did you mean " + *nearest + "? " : "") + "there are " +
                                    list +
                                    "; a file of your own is named by its "
                                    "path: --format layouts/ours.yaml"));
}

std::string_view builtin_text(const std::string& name) {
    for (const auto& layout : builtin_layouts()) {
        if (layout.name == name)
            return layout.text;
    }
    return {};
}

}  // namespace

std::vector<LayoutName> layout_names(Session& session) {
    std::vector<LayoutName> names;
    for (auto& [name, file] : files_by_name(session))
        names.push_back({name, file});
    return names;
}

LayoutText layout_text(Session& session, const std::string& name) {
    if (is_file(name))
        return {name, read_text_file(name, ErrorKind::usage, unknown_layout)};
    const auto files = files_by_name(session);
    const auto found = files.find(name);
    if (found == files.end())
        refuse_name(name, files);
    if (!found->second.empty())
        return {found->second, read_text_file(found->second, ErrorKind::usage, unknown_layout)};
    return {name + std::string(extension), std::string(builtin_text(name))};
}

LoadedLayout check_layout(Session& session, const std::string& name) {
    const auto source = layout_text(session, name);
    const auto& journal = session.config().journal;
    return read_layout(source.text, source.file, named_groups(journal.fund_org_regexes),
                       journal.values);
}

JournalLayout load_layout(Session& session, const std::string& name) {
    auto loaded = check_layout(session, name);
    for (const auto& diagnostic : loaded.diagnostics)
        session.print(diagnostic);
    if (!loaded.diagnostics.empty())
        throw ConfigurationRefused();
    return std::move(loaded.layout);
}

}  // namespace focus_billing
