#include "focus_billing/format/gzip.hpp"

// zlib then does not change its input.
#define ZLIB_CONST
#include <zlib.h>

#include <algorithm>
#include <array>
#include <new>
#include <stdexcept>

#include "focus_billing/model/error.hpp"
#include "format/byte_source.hpp"

namespace focus_billing {

namespace {

constexpr int gzip_window = 16 + MAX_WBITS;
constexpr int usual_memory = 8;
constexpr std::size_t piece = std::size_t{1} << 16U;

}  // namespace

bool is_gzip(std::string_view first_bytes) {
    return first_bytes.starts_with("\x1F\x8B");
}

class GzipSource::Inflater {
public:
    Inflater(ByteSource& compressed, std::string name)
        : m_compressed(compressed), m_name(std::move(name)) {
        constexpr int gzip_only = 16 + MAX_WBITS;
        if (inflateInit2(&m_stream, gzip_only) != Z_OK)
            throw std::bad_alloc();
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() { inflateEnd(&m_stream); }

    std::size_t read(char* buffer, std::size_t size) {
        m_stream.next_out = reinterpret_cast<Bytef*>(buffer);
        m_stream.avail_out = static_cast<uInt>(size);
        while (m_stream.avail_out == size && has_input())
            inflate_some();
        return size - m_stream.avail_out;
    }

private:
    bool has_input() {
        if (m_stream.avail_in > 0)
            return true;
        m_stream.avail_in = static_cast<uInt>(m_compressed.read(m_input.data(), m_input.size()));
        m_stream.next_in = reinterpret_cast<Bytef*>(m_input.data());
        if (m_stream.avail_in > 0)
            return true;
        if (m_in_member)
            fail("the gzip data ends too early");
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

std::string gzip_text(std::string_view text) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip_window, usual_memory,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    std::string compressed(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<z_const Bytef*>(text.data());
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(compressed.data());
    stream.avail_out = static_cast<uInt>(compressed.size());
    const int result = deflate(&stream, Z_FINISH);
    compressed.resize(stream.total_out);
    deflateEnd(&stream);
    if (result != Z_STREAM_END)
        throw std::logic_error("the bound of compressed data does not hold");
    return compressed;
}

std::string gunzip_text(std::string_view compressed, const std::string& name) {
    TextSource source(compressed);
    GzipSource gzip(source, name);
    std::string text;
    std::array<char, piece> buffer{};
    while (const auto size = gzip.read(buffer.data(), buffer.size()))
        text.append(buffer.data(), size);
    return text;
}

std::string gunzip_text_if_whole(std::string_view compressed) {
    try {
        return gunzip_text(compressed, {});
    } catch (const Error&) {
        return {};
    }
}

}  // namespace focus_billing
