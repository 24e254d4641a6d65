#include "config/read_logging.hpp"

#include "config/choices.hpp"
#include "config/resolve_path.hpp"

namespace focus_billing {

LoggingConfig read_logging(ConfigReader& reader, const Setting& setting,
                           const std::string& folder) {
    LoggingConfig logging;
    const Section section = reader.section(setting, "logging");
    if (const Setting* level = section.find("level")) {
        if (const auto index = reader.choice(*level, log_level_names)) {
            logging.level = static_cast<LogLevel>(*index);
        }
    }
    if (const Setting* format = section.find("format")) {
        if (const auto index = reader.choice(*format, log_format_names)) {
            logging.format = static_cast<LogFormat>(*index);
        }
    }
    if (const Setting* file = section.find("file")) {
        logging.file = reader.text(*file).value_or("");
    }
    if (!logging.file.empty() && logging.file != "stderr") {
        logging.file = resolve_path(logging.file, folder);
    }
    return logging;
}

}  // namespace focus_billing
