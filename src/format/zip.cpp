#include "focus_billing/format/zip.hpp"

#include <minizip/zip.h>

#include <algorithm>
#include <cstdio>
#include <limits>
#include <stdexcept>

namespace focus_billing {

namespace {

constexpr int usual_deflate_memory = 8;

// What minizip takes for a file.
struct MemoryFile {
    std::string bytes;
    std::size_t at = 0;
};

MemoryFile& file_of(void* opaque) {
    return *static_cast<MemoryFile*>(opaque);
}

void* open_file(void* opaque, const void*, int) {
    return opaque;
}

uLong write_file(void* opaque, void*, const void* data, uLong size) {
    auto& file = file_of(opaque);
    file.bytes.resize(std::max(file.bytes.size(), file.at + size));
    file.bytes.replace(file.at, size, static_cast<const char*>(data), size);
    file.at += size;
    return size;
}

ZPOS64_T tell_file(void* opaque, void*) {
    return file_of(opaque).at;
}

long seek_file(void* opaque, void*, ZPOS64_T offset, int origin) {
    auto& file = file_of(opaque);
    const auto base = origin == SEEK_CUR   ? file.at
                      : origin == SEEK_END ? file.bytes.size()
                                           : std::size_t{0};
    file.at = base + static_cast<std::size_t>(offset);
    return 0;
}

int close_file(void*, void*) {
    return 0;
}

int no_error(void*, void*) {
    return 0;
}

zip_fileinfo info_of(const std::string& day) {
    const auto number = [&](std::size_t at, std::size_t length) {
        return static_cast<uInt>(std::stoul(day.substr(at, length)));
    };
    zip_fileinfo info{};
    info.tmz_date.tm_year = number(0, 4);
    info.tmz_date.tm_mon = number(5, 2) - 1;
    info.tmz_date.tm_mday = number(8, 2);
    return info;
}

void require(int result) {
    if (result != ZIP_OK)
        throw std::runtime_error("minizip cannot write to memory");
}

void write_text(zipFile archive, std::string_view text) {
    constexpr std::size_t most = std::numeric_limits<int>::max();
    while (!text.empty()) {
        const auto part = text.substr(0, most);
        require(zipWriteInFileInZip(archive, part.data(), static_cast<unsigned>(part.size())));
        text.remove_prefix(part.size());
    }
}

}  // namespace

std::string zip_text(const std::string& name, std::string_view text, const std::string& day) {
    MemoryFile file;
    zlib_filefunc64_def functions{};
    functions.zopen64_file = open_file;
    functions.zwrite_file = write_file;
    functions.ztell64_file = tell_file;
    functions.zseek64_file = seek_file;
    functions.zclose_file = close_file;
    functions.zerror_file = no_error;
    functions.opaque = &file;
    const zipFile archive = zipOpen2_64(name.c_str(), APPEND_STATUS_CREATE, nullptr, &functions);
    if (archive == nullptr)
        throw std::runtime_error("minizip cannot write to memory");
    const auto info = info_of(day);
    constexpr uLong name_is_utf8 = 1U << 11U;
    require(zipOpenNewFileInZip4_64(archive, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr,
                                    Z_DEFLATED, Z_DEFAULT_COMPRESSION, 0, -MAX_WBITS,
                                    usual_deflate_memory, Z_DEFAULT_STRATEGY, nullptr, 0, 0,
                                    name_is_utf8, 0));
    write_text(archive, text);
    require(zipCloseFileInZip(archive));
    require(zipClose(archive, nullptr));
    return std::move(file.bytes);
}

}  // namespace focus_billing
