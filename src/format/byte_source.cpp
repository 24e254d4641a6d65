#include "focus_billing/format/byte_source.hpp"
#include "format/byte_source.hpp"

namespace focus_billing {

PeekedSource::PeekedSource(ByteSource& source, std::size_t size) : m_source(source) {
    m_first.resize(size);
    std::size_t count = 0;
    while (count < size) {
        const auto got = m_source.read(m_first.data() + count, size - count);
        if (got == 0)
            break;
        count += got;
    }
    m_first.resize(count);
}

std::size_t PeekedSource::read(char* buffer, std::size_t size) {
    if (m_given == m_first.size())
        return m_source.read(buffer, size);
    const auto count = m_first.copy(buffer, size, m_given);
    m_given += count;
    return count;
}

}  // namespace focus_billing
