#pragma once

namespace CLI {
class App;
}

namespace focus_billing {

/// Refuses options of `command` that stand before one of its actions (FB020, usage): they would be
/// taken for those of a run, and mean nothing.
void refuse_words_before_action(const CLI::App& command);

}  // namespace focus_billing
