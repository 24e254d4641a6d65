#pragma once

#include <string>

namespace focus_billing {

/// Who changes something, when, and by which command: recorded with every change.
struct Occasion {
    std::string at;       ///< UTC, `2025-02-01T06:00:00Z`
    std::string os_user;  ///< of the operating system
    std::string actor;    ///< given with --actor, beside the user of the system; empty: none
    std::string command;  ///< as it was typed, without the program's name
};

}  // namespace focus_billing
