#pragma once

#include <cstdint>

namespace focus_billing {

/// Shows how far the reading of one file has come, as long as it lives. This one shows nothing.
class Progress {
public:
    Progress() = default;
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    virtual ~Progress() = default;

    /// `position` in bytes.
    virtual void update(std::uint64_t /*position*/) {}
    /// Takes away what is shown, so that something else can be printed.
    virtual void clear() {}
};

}  // namespace focus_billing
