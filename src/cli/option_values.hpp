#pragma once

#include <memory>
#include <string>

#include "focus_billing/workflow/ingest/ingest_files.hpp"

namespace CLI {
class App;
}

namespace focus_billing {

/// The words of the command line for FileRunOptions, before they are understood.
struct FileOptions {
    FileRunOptions run;
    std::string period;
    bool json = false;

    /// Throws Error (FB020, usage) if `--period` is no month.
    [[nodiscard]] FileRunOptions parsed() const;
};

/// Declares them on a command. `words` must live as long as the command.
void add_file_run_options(CLI::App& command, FileOptions& options);

}  // namespace focus_billing
