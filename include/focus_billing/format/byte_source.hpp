#pragma once

#include <cstddef>

namespace focus_billing {

/// Where bytes come from: a file, a pipe, a decompressor, a test.
class ByteSource {
public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;

    /// Reads at most `size` bytes into `buffer` and returns how many. Fewer than `size` does not
    /// mean the end; 0 does. Throws Error where reading fails.
    virtual std::size_t read(char* buffer, std::size_t size) = 0;
};

}  // namespace focus_billing
