#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// A bar on standard error for files that take long, if that is a terminal and `--quiet` is not
/// set. It shows nothing in the first half second, and takes itself away at the end.
class Progress {
public:
    /// `size` in bytes, 0 if it is not known.
    Progress(Session& session, std::string name, std::uint64_t size);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress() { clear(); }

    void update(std::uint64_t position);
    /// Takes the bar away, so that something else can be printed.
    void clear();

private:
    Session& m_session;
    std::string m_name;
    std::uint64_t m_size;
    bool m_enabled;
    bool m_visible = false;
    std::chrono::steady_clock::time_point m_next;
};

}  // namespace focus_billing
