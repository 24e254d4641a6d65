#pragma once

#include <string>

namespace CLI {
class App;
}

namespace focus_billing {

/// What was typed behind `journals`.
struct JournalsOptions {
    std::string period;
    std::string format;
    std::string output;
    std::string date;
    std::string currency;
    std::string word;  ///< a number, a reference, the name of a layout
    std::string state;
    std::string ref;
    std::string invoice;  ///< a file
    bool other_fiscal_year = false;
    bool all = false;
    bool json = false;
};

/// Declare the options of a run, and the actions.
void declare_journals_run(CLI::App& command, JournalsOptions& options);
[[nodiscard]] const CLI::App* declare_journals_list(CLI::App& command, JournalsOptions& options);
[[nodiscard]] const CLI::App* declare_journals_show(CLI::App& command, JournalsOptions& options);
[[nodiscard]] const CLI::App* declare_journals_mark(CLI::App& command, JournalsOptions& options);
[[nodiscard]] const CLI::App* declare_journals_reverse(CLI::App& command, JournalsOptions& options);
[[nodiscard]] const CLI::App* declare_journals_explain(CLI::App& command, JournalsOptions& options);
[[nodiscard]] const CLI::App* declare_journals_reconcile(CLI::App& command,
                                                         JournalsOptions& options);

struct LayoutActions {
    const CLI::App* list = nullptr;
    const CLI::App* show = nullptr;
    const CLI::App* check = nullptr;
};
[[nodiscard]] LayoutActions declare_journal_layouts(CLI::App& command, JournalsOptions& options);

}  // namespace focus_billing
