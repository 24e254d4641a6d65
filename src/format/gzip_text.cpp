#include "focus_billing/format/gzip_text.hpp"

#include "focus_billing/model/error.hpp"

#define ZLIB_CONST
#include <zlib.h>

#include <algorithm>
#include <array>
#include <new>
#include <stdexcept>

#include "focus_billing/format/gzip.hpp"
#include "format/text_source.hpp"

namespace focus_billing {

namespace {

constexpr int gzip_window = 16 + MAX_WBITS;
constexpr int usual_memory = 8;
constexpr std::size_t piece = std::size_t{1} << 16U;

}  // namespace

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
