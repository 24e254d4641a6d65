#pragma once

#include <cstdlib>
#include <string>

#include "support/project_files.hpp"
#include "support/temporary_folder.hpp"

namespace focus_billing {

/// SQLite's own command-line program, by which others look at the database.
inline bool has_sqlite_shell() {
    return std::system("command -v sqlite3 >/dev/null 2>&1") == 0;
}

struct ShellAnswer {
    int status;
    std::string output;
    std::string complaint;
};

/// Runs `script` in the shell, its settings first. Names of files must need no quoting.
inline ShellAnswer ask_sqlite_shell(const std::string& arguments, const std::string& script) {
    const TemporaryFolder folder;
    const auto input = folder.write("script", script);
    const auto command = "sqlite3 -init /dev/null -batch -bail " + arguments + " <" + input + " >" +
                         folder.file("out") + " 2>" + folder.file("err");
    const int status = std::system(command.c_str());
    return {status, file_text(folder.file("out")), file_text(folder.file("err"))};
}

}  // namespace focus_billing
