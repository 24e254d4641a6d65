#include "focus_billing/files/read_text_file.hpp"

#include <array>

#include "focus_billing/files/open_input.hpp"

namespace focus_billing {

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
