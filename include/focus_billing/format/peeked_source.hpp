#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "focus_billing/format/byte_source.hpp"

namespace focus_billing {

/// The bytes of a source of which the first were looked at, to recognise their format.
class PeekedSource : public ByteSource {
public:
    /// Reads so many bytes ahead, or all if there are fewer.
    PeekedSource(ByteSource& source, std::size_t size);

    [[nodiscard]] std::string_view first_bytes() const { return m_first; }

    std::size_t read(char* buffer, std::size_t size) override;

private:
    ByteSource& m_source;
    std::string m_first;
    std::size_t m_given = 0;
};

}  // namespace focus_billing
