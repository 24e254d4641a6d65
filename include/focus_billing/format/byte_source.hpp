#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace focus_billing {

/// Where bytes come from: a file, a pipe, a decompressor, a test.
class ByteSource {
public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;

    /// Reads at most `size` bytes into `buffer` and returns how many. Fewer than `size` does not
    /// mean the end; 0 does. Throws Error if reading fails.
    virtual std::size_t read(char* buffer, std::size_t size) = 0;
};

/// A byte source whose first bytes can be examined in advance, to recognise the format.
class PeekedSource : public ByteSource {
public:
    /// Reads `size` bytes ahead, or all if there are fewer.
    PeekedSource(ByteSource& source, std::size_t size);

    [[nodiscard]] std::string_view first_bytes() const { return m_first; }

    std::size_t read(char* buffer, std::size_t size) override;

private:
    ByteSource& m_source;
    std::string m_first;
    std::size_t m_given = 0;
};

}  // namespace focus_billing
