#include "workflow/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace focus_billing {

namespace {

constexpr auto first_delay = std::chrono::milliseconds(500);
constexpr auto delay = std::chrono::milliseconds(100);

std::string bar(std::uint64_t position, std::uint64_t size) {
    constexpr std::uint64_t width = 30;
    const auto done = std::min(width, position * width / size);
    return fmt::format("[{}{}] {:3}%", std::string(done, '#'), std::string(width - done, '.'),
                       std::min<std::uint64_t>(100, position * 100 / size));
}

}  // namespace

Progress::Progress(Session& session, std::string name, std::uint64_t size)
    : m_session(session), m_name(std::move(name)), m_size(size),
      m_enabled(session.host().err_is_terminal && !session.options().quiet),
      m_next(session.host().now() + first_delay) {}

void Progress::update(std::uint64_t position) {
    if (!m_enabled || m_session.host().now() < m_next)
        return;
    m_next = m_session.host().now() + delay;
    constexpr std::uint64_t megabyte = 1'000'000;
    m_session.host().err << "\r\033[K" << m_name << " "
                         << (m_size > 0 ? bar(position, m_size)
                                        : fmt::format("{} MB", position / megabyte))
                         << std::flush;
    m_visible = true;
}

void Progress::clear() {
    if (m_visible)
        m_session.host().err << "\r\033[K" << std::flush;
    m_visible = false;
}

}  // namespace focus_billing
