#include "cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
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

class ProgressBar final : public Progress {
public:
    ProgressBar(const Host& host, std::string name, std::uint64_t size)
        : m_host(host), m_name(std::move(name)), m_size(size), m_next(host.now() + first_delay) {}
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;
    ~ProgressBar() override { clear(); }

    void update(std::uint64_t position) override {
        if (m_host.now() < m_next)
            return;
        m_next = m_host.now() + delay;
        constexpr std::uint64_t megabyte = 1'000'000;
        m_host.err << "\r\033[K" << m_name << " "
                   << (m_size > 0 ? bar(position, m_size)
                                  : fmt::format("{} MB", position / megabyte))
                   << std::flush;
        m_visible = true;
    }

    void clear() override {
        if (m_visible)
            m_host.err << "\r\033[K" << std::flush;
        m_visible = false;
    }

private:
    const Host& m_host;
    std::string m_name;
    std::uint64_t m_size;
    bool m_visible = false;
    std::chrono::steady_clock::time_point m_next;
};

}  // namespace

std::unique_ptr<Progress> show_progress(const Host& host, const std::string& name,
                                        std::uint64_t size) {
    return std::make_unique<ProgressBar>(host, name, size);
}

}  // namespace focus_billing
