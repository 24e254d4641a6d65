#include "focus_billing/workflow/log.hpp"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>

#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

spdlog::level::level_enum spdlog_level(LogLevel level) {
    switch (level) {
    case LogLevel::debug: return spdlog::level::debug;
    case LogLevel::info: return spdlog::level::info;
    case LogLevel::warning: return spdlog::level::warn;
    case LogLevel::error: return spdlog::level::err;
    case LogLevel::off: break;
    }
    return spdlog::level::off;
}

spdlog::sink_ptr make_sink(const std::string& file) {
    if (file == "stderr")
        return std::make_shared<spdlog::sinks::stderr_sink_mt>();
    try {
        return std::make_shared<spdlog::sinks::basic_file_sink_mt>(file);
    } catch (const spdlog::spdlog_ex&) {
        throw Error(ErrorKind::environment,
                    make_diagnostic(903, {.file = file, .line = 0, .column = 0},
                                    "the log cannot be written", {},
                                    "check logging.file in the configuration"));
    }
}

std::string dumped(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

Log::Log(const LoggingConfig& config) : m_format(config.format) {
    if (config.file.empty() || config.level == LogLevel::off)
        return;
    m_logger = std::make_shared<spdlog::logger>("focus-billing", make_sink(config.file));
    m_logger->set_level(spdlog_level(config.level));
    m_logger->flush_on(spdlog::level::debug);
    const bool json = m_format == LogFormat::json;
    m_logger->set_formatter(std::make_unique<spdlog::pattern_formatter>(
        json ? R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l","pid":%P,%v})"
             : "%Y-%m-%dT%H:%M:%S.%eZ %l [%P] %v",
        spdlog::pattern_time_type::utc));
}

void Log::write(LogLevel level, const std::string& event, const Details& details) {
    if (!m_logger || !m_logger->should_log(spdlog_level(level)))
        return;
    const bool json = m_format == LogFormat::json;
    std::string text = json ? "\"event\":" + dumped(event) : event;
    for (const auto& [key, value] : details) {
        text += json ? "," + dumped(key) + ":" + dumped(value) : " " + key + "=" + dumped(value);
    }
    m_logger->log(spdlog_level(level), spdlog::string_view_t(text));
}

}  // namespace focus_billing
