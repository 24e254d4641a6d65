#pragma once

#include <memory>

namespace focus_billing {

struct FreeGlibText {
    void operator()(char* text) const;
};

/// A text that GLib made.
using GlibText = std::unique_ptr<char, FreeGlibText>;

}  // namespace focus_billing
