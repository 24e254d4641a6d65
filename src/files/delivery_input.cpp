#include "focus_billing/files/delivery_input.hpp"

#include <filesystem>
#include <system_error>

#include "focus_billing/format/sha256.hpp"
#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

void check_part(const DeliveryPart& part) {
    namespace fs = std::filesystem;
    std::error_code gone;
    if (fs::file_size(part.path, gone) == part.size &&
        fs::last_write_time(part.path, gone) == part.written)
        return;
    throw Error(ErrorKind::environment,
                make_diagnostic(906, {.file = part.path, .line = 0, .column = 0},
                                "the file changed while it was read", {},
                                "wait until it is complete and run the command again"));
}

std::string hash_line(const std::string& sha256, const std::string& name) {
    return sha256 + "  " + name + "\n";
}

}  // namespace

DeliveryInput::DeliveryInput(std::vector<DeliveryPart> parts, bool hashed)
    : m_parts(std::move(parts)), m_hashed(hashed) {}

void DeliveryInput::begin_part(const DeliveryPart& part) {
    m_open = open_input(part.path, part.path, m_hashed);
    check_part(part);
    m_current = part.name;
}

std::string DeliveryInput::end_part() {
    m_open->check_unchanged();
    m_done += m_open->position();
    const std::string sha256 = m_hashed ? m_open->sha256() : std::string();
    m_hashes += hash_line(sha256, m_current);
    m_open.reset();
    return sha256;
}

std::uint64_t DeliveryInput::position() const {
    return m_done + (m_open ? m_open->position() : 0);
}

std::uint64_t DeliveryInput::size() const {
    std::uint64_t size = 0;
    for (const auto& part : m_parts)
        size += part.size;
    return size;
}

std::string DeliveryInput::sha256() {
    return sha256_text(m_hashes);
}

std::optional<std::string> DeliveryInput::sha256_ahead() {
    std::string hashes;
    for (const auto& part : m_parts) {
        const auto file = open_input(part.path, part.path);
        const auto sha256 = file->sha256_ahead();
        if (!sha256)
            return std::nullopt;
        file->check_unchanged();
        check_part(part);
        hashes += hash_line(*sha256, part.name);
    }
    return sha256_text(hashes);
}

void DeliveryInput::check_unchanged() const {
    for (const auto& part : m_parts)
        check_part(part);
}

}  // namespace focus_billing
