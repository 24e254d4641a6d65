#include "focus_billing/files/open_input.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <vector>

#include "focus_billing/files/interruption.hpp"
#include "focus_billing/format/byte_source.hpp"
#include "focus_billing/format/gzip.hpp"
#include "focus_billing/format/sha256.hpp"
#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t gzip_mark = 2;  // bytes by which gzip is recognised

std::string system_message(int error) {
    return std::generic_category().message(error);
}

[[noreturn]] void fail(int code, const std::string& name, const std::string& message,
                       const std::string& help) {
    throw Error(ErrorKind::environment,
                make_diagnostic(code, {.file = name, .line = 0, .column = 0}, message, {}, help));
}

std::string open_help(int error) {
    if (error == ENOENT)
        return "check the path; relative paths count from the working folder";
    if (error == EACCES)
        return "ask for the right to read it";
    return {};
}

class Descriptor : public ByteSource {
public:
    Descriptor(const std::string& path, std::string name, bool hashed)
        : m_name(std::move(name)), m_hashed(hashed) {
        m_fd = path == "-" ? dup(STDIN_FILENO) : open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (m_fd < 0) {
            const int error = errno;
            fail(901, m_name, "the file cannot be opened: " + system_message(error),
                 open_help(error));
        }
        fstat(m_fd, &m_opened);
        if (S_ISDIR(m_opened.st_mode)) {
            close(m_fd);
            fail(901, m_name, "this is a folder, not a file", {});
        }
        posix_fadvise(m_fd, 0, 0, POSIX_FADV_SEQUENTIAL);
    }
    ~Descriptor() override { close(m_fd); }

    std::size_t read(char* buffer, std::size_t size) override {
        ssize_t got = -1;
        do {
            wait_until_readable(m_fd);
            got = ::read(m_fd, buffer, size);
        } while (got < 0 && errno == EINTR);
        if (got < 0)
            fail(902, m_name, "the file cannot be read: " + system_message(errno), {});
        m_position += static_cast<std::uint64_t>(got);
        if (m_hashed)
            m_hasher.update({buffer, static_cast<std::size_t>(got)});
        return static_cast<std::size_t>(got);
    }

    [[nodiscard]] std::uint64_t position() const { return m_position; }
    [[nodiscard]] std::string sha256() { return finished(m_hasher); }
    [[nodiscard]] std::optional<std::string> sha256_ahead() const {
        if (!S_ISREG(m_opened.st_mode))
            return std::nullopt;
        Sha256Hasher hasher;
        std::vector<char> buffer(std::size_t{1} << 20U);
        off_t at = 0;
        while (true) {
            stop_if_interrupted();
            const ssize_t got = pread(m_fd, buffer.data(), buffer.size(), at);
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                fail(902, m_name, "the file cannot be read: " + system_message(errno), {});
            if (got == 0)
                return finished(hasher);
            hasher.update({buffer.data(), static_cast<std::size_t>(got)});
            at += got;
        }
    }
    [[nodiscard]] std::uint64_t size() const {
        return S_ISREG(m_opened.st_mode) ? static_cast<std::uint64_t>(m_opened.st_size) : 0;
    }
    void check_unchanged() const {
        if (!S_ISREG(m_opened.st_mode))
            return;
        struct stat now {};
        fstat(m_fd, &now);
        const bool same = now.st_size == m_opened.st_size &&
                          now.st_mtim.tv_sec == m_opened.st_mtim.tv_sec &&
                          now.st_mtim.tv_nsec == m_opened.st_mtim.tv_nsec;
        if (!same) {
            fail(906, m_name, "the file changed while it was read",
                 "wait until it is complete and run the command again");
        }
    }

private:
    static std::string finished(Sha256Hasher& hasher) {
        const Sha256 hash = hasher.finish();
        return hex_text(hash);
    }

    std::string m_name;
    int m_fd = -1;
    struct stat m_opened {};
    bool m_hashed;
    Sha256Hasher m_hasher;
    std::atomic<std::uint64_t> m_position = 0;
};

class OpenFile : public InputFile {
public:
    OpenFile(const std::string& path, const std::string& name, bool hashed)
        : m_descriptor(path, name, hashed), m_peeked(m_descriptor, gzip_mark) {
        if (is_gzip(m_peeked.first_bytes())) {
            m_gzip = std::make_unique<GzipSource>(m_peeked, name);
        }
    }

    ByteSource& bytes() override {
        if (m_gzip)
            return *m_gzip;
        return m_peeked;
    }
    [[nodiscard]] std::uint64_t position() const override { return m_descriptor.position(); }
    [[nodiscard]] std::uint64_t size() const override { return m_descriptor.size(); }
    [[nodiscard]] std::string sha256() override { return m_descriptor.sha256(); }
    [[nodiscard]] std::optional<std::string> sha256_ahead() override {
        return m_descriptor.sha256_ahead();
    }
    void check_unchanged() const override { m_descriptor.check_unchanged(); }

private:
    Descriptor m_descriptor;
    PeekedSource m_peeked;
    std::unique_ptr<GzipSource> m_gzip;
};

}  // namespace

std::unique_ptr<InputFile> open_input(const std::string& path, const std::string& name,
                                      bool hashed) {
    return std::make_unique<OpenFile>(path, name, hashed);
}

std::string read_text_file(const std::string& path, ErrorKind kind, int code) {
    try {
        const auto file = open_input(path, path);
        std::string text;
        std::array<char, 65'536> buffer{};
        while (const auto got = file->bytes().read(buffer.data(), buffer.size())) {
            text.append(buffer.data(), got);
        }
        return text;
    } catch (const Error& error) {
        const auto& cause = error.diagnostic();
        throw Error(kind, make_diagnostic(code, cause.place, cause.message, {}, cause.help));
    }
}

}  // namespace focus_billing
