#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "focus_billing/format/byte_source.hpp"

namespace focus_billing {

/// Whether the first bytes of a file are those of gzip (RFC 1952).
[[nodiscard]] bool is_gzip(std::string_view first_bytes);

/// Decompresses `compressed`: gzip with one or more members. Throws Error (FB112, state) that names
/// `name` for data that is damaged, truncated, or followed by something else.
class GzipSource : public ByteSource {
public:
    GzipSource(ByteSource& compressed, std::string name);
    ~GzipSource() override;

    std::size_t read(char* buffer, std::size_t size) override;

private:
    class Inflater;
    std::unique_ptr<Inflater> m_inflater;
};

/// `text` as gzip (RFC 1952), without name and time: equal texts give equal bytes.
[[nodiscard]] std::string gzip_text(std::string_view text);

/// Decompresses a text. Throws Error FB112 (state) that names `name` if the data is damaged.
[[nodiscard]] std::string gunzip_text(std::string_view compressed, const std::string& name);

/// The same; nothing if the data is damaged.
[[nodiscard]] std::string gunzip_text_if_whole(std::string_view compressed);

}  // namespace focus_billing
