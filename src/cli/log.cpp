#include "cli/log.hpp"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "focus_billing/format/json_writer.hpp"
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

std::string pattern_of(LogFormat format) {
    return format == LogFormat::json
               ? R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l","pid":%P,%v})"
               : "%Y-%m-%dT%H:%M:%S.%eZ %l [%P] %v";
}

class WrittenLog : public Log {
public:
    explicit WrittenLog(const LoggingConfig& config)
        : m_logger("focus-billing", make_sink(config.file)), m_format(config.format) {
        m_logger.set_level(spdlog_level(config.level));
        m_logger.flush_on(spdlog::level::debug);
        m_logger.set_formatter(std::make_unique<spdlog::pattern_formatter>(
            pattern_of(m_format), spdlog::pattern_time_type::utc));
    }

    void write(LogLevel level, const std::string& event, const Details& details) override {
        if (!m_logger.should_log(spdlog_level(level)))
            return;
        const bool json = m_format == LogFormat::json;
        std::string text = json ? "\"event\":" + json_text(event) : event;
        for (const auto& [key, value] : details) {
            text += json ? "," + json_text(key) + ":" + json_text(value)
                         : " " + key + "=" + json_text(value);
        }
        m_logger.log(spdlog_level(level), spdlog::string_view_t(text));
    }

private:
    spdlog::logger m_logger;
    LogFormat m_format;
};

}  // namespace

std::unique_ptr<Log> open_log(const LoggingConfig& config) {
    return std::make_unique<WrittenLog>(config);
}

}  // namespace focus_billing
