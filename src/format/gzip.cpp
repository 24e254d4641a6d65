#include "focus_billing/format/gzip.hpp"

#include <zlib.h>

#include <array>
#include <new>

#include "focus_billing/model/error.hpp"

namespace focus_billing {

bool is_gzip(std::string_view first_bytes) { return first_bytes.starts_with("\x1F\x8B"); }

class GzipSource::Inflater {
public:
    Inflater(ByteSource& compressed, std::string name)
        : m_compressed(compressed), m_name(std::move(name)) {
        constexpr int gzip_only = 16 + MAX_WBITS;
        if (inflateInit2(&m_stream, gzip_only) != Z_OK) throw std::bad_alloc();
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() { inflateEnd(&m_stream); }

    std::size_t read(char* buffer, std::size_t size) {
        m_stream.next_out = reinterpret_cast<Bytef*>(buffer);
        m_stream.avail_out = static_cast<uInt>(size);
        while (m_stream.avail_out == size && has_input()) inflate_some();
        return size - m_stream.avail_out;
    }

private:
    bool has_input() {
        if (m_stream.avail_in > 0) return true;
        m_stream.avail_in = static_cast<uInt>(m_compressed.read(m_input.data(), m_input.size()));
        m_stream.next_in = reinterpret_cast<Bytef*>(m_input.data());
        if (m_stream.avail_in > 0) return true;
        if (m_in_member) fail("the gzip data ends too early");
        return false;
    }

    void inflate_some() {
        m_in_member = true;
        const int result = inflate(&m_stream, Z_NO_FLUSH);
        if (result == Z_STREAM_END) {
            m_in_member = false;
            inflateReset(&m_stream);
        } else if (result != Z_OK) {
            fail("the gzip data is damaged");
        }
    }

    [[noreturn]] void fail(const char* message) const {
        throw Error(ErrorKind::state,
                    make_diagnostic(112, {.file = m_name, .line = 0, .column = 0}, message, {},
                                    "fetch the file again; check it with: gzip -t FILE"));
    }

    ByteSource& m_compressed;
    std::string m_name;
    z_stream m_stream{};
    bool m_in_member = false;
    std::array<char, std::size_t{256} << 10U> m_input{};
};

GzipSource::GzipSource(ByteSource& compressed, std::string name)
    : m_inflater(std::make_unique<Inflater>(compressed, std::move(name))) {}

GzipSource::~GzipSource() = default;

std::size_t GzipSource::read(char* buffer, std::size_t size) {
    return m_inflater->read(buffer, size);
}

}  // namespace focus_billing
