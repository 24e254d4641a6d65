#pragma once

#include <cstdint>

namespace focus_billing {

/// Shows the progress of reading one file during its lifetime. This base class shows nothing.
class Progress {
public:
    Progress() = default;
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    virtual ~Progress() = default;

    /// `position` in bytes.
    virtual void update(std::uint64_t /*position*/) {}
    /// Removes what is shown, so that something else can be printed.
    virtual void clear() {}
};

}  // namespace focus_billing
