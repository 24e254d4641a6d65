#pragma once

#include <string>

#include "cli/command_line.hpp"

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

using RunJournals = int (*)(Session&, const JournalsOptions&);

/// Each declares an action and what runs it, the first one what `journals` does by itself.
void declare_journals_make(CommandLine journals, RunJournals run);
void declare_journals_list(CommandLine journals, RunJournals run);
void declare_journals_show(CommandLine journals, RunJournals run);
void declare_journals_mark(CommandLine journals, RunJournals run);
void declare_journals_reverse(CommandLine journals, RunJournals run);
void declare_journals_explain(CommandLine journals, RunJournals run);
void declare_journals_reconcile(CommandLine journals, RunJournals run);

/// Declares `layouts`, below which are the actions about them.
[[nodiscard]] CommandLine declare_journal_layouts(CommandLine journals);
void declare_layouts_list(CommandLine layouts, RunJournals run);
void declare_layouts_show(CommandLine layouts, RunJournals run);
void declare_layouts_check(CommandLine layouts, RunJournals run);

}  // namespace focus_billing
