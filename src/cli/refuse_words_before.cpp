#include "cli/refuse_words_before.hpp"

#include <CLI/CLI.hpp>

#include "focus_billing/model/error.hpp"

namespace focus_billing {

void refuse_words_before_action(const CLI::App& command) {
    for (const auto* option : command.get_options()) {
        if (option->count() > 0 && option->get_name() != "--help") {
            throw Error(ErrorKind::usage,
                        make_diagnostic(20, {}, option->get_name() + " stands before the action",
                                        {},
                                        "write it behind: focus-billing " + command.get_name() +
                                            " list " + option->get_name() + " ..."));
        }
    }
}

}  // namespace focus_billing
