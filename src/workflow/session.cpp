#include "focus_billing/workflow/session.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <filesystem>
#include <ostream>
#include <system_error>

#include "focus_billing/config/load_config.hpp"
#include "focus_billing/files/open_input.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/render/diagnostic_text.hpp"

namespace focus_billing {

namespace {

[[noreturn]] void refuse_missing(const std::string& path) {
    throw Error(ErrorKind::state,
                make_diagnostic(506, {.file = path, .line = 0, .column = 0},
                                "there is no database yet", {}, "run: focus-billing ingest FILE"));
}

}  // namespace

std::optional<std::string> find_config_file(const Host& host, const GlobalOptions& options) {
    if (!options.config.empty())
        return options.config;
    const auto from_environment = host.environment("FOCUS_BILLING_CONFIG");
    if (from_environment && !from_environment->empty())
        return from_environment;
    for (const auto place : config_places) {
        std::error_code error;
        if (std::filesystem::exists(place, error))
            return std::string(place);
    }
    return std::nullopt;
}

const Config& Session::config() {
    if (m_config)
        return *m_config;
    m_config.emplace();
    if (const auto file = find_config_file(m_host, m_options)) {
        m_config_text = read_text_file(*file, ErrorKind::usage, 1);
        auto loaded = load_config(m_config_text, *file, m_host.environment);
        bool refused = false;
        for (const auto& diagnostic : loaded.diagnostics) {
            print(diagnostic);
            refused = refused || diagnostic.severity == Severity::error;
        }
        if (refused)
            throw ConfigurationRefused();
        m_config = std::move(loaded.config);
    }
    if (!m_options.database.empty())
        m_config->database_path = m_options.database;
    return *m_config;
}

void Session::note_directory_file(const std::string& path, const std::string& sha256) {
    m_config_text += "\n# directory file " + path + " SHA-256 " + sha256;
}

const std::string& Session::config_text() {
    (void)config();
    return m_config_text;
}

Log& Session::log() {
    if (!m_log) {
        const auto& logging = config().logging;
        const bool is_kept = !logging.file.empty() && logging.level != LogLevel::off;
        m_log = is_kept ? m_host.open_log(logging) : std::make_unique<Log>();
    }
    return *m_log;
}

std::unique_ptr<Progress> Session::progress(const std::string& name, std::uint64_t size) {
    if (m_host.err_is_terminal && !m_options.quiet)
        return m_host.show_progress(m_host, name, size);
    return std::make_unique<Progress>();
}

AuditContext Session::audit_context() const {
    return {.at = m_host.utc_now(),
            .os_user = m_host.user,
            .actor = m_options.actor,
            .command = m_options.command};
}

void Session::print(const Diagnostic& diagnostic) {
    m_host.err << diagnostic_text(diagnostic, colors_err());
}

bool Session::colors_err() const {
    return colors(m_host.err_is_terminal);
}

bool Session::colors_out() const {
    return colors(m_host.out_is_terminal);
}

bool Session::colors(bool is_terminal) const {
    if (m_options.color != "auto")
        return m_options.color == "always";
    if (!is_terminal)
        return false;
    const auto no_color = m_host.environment("NO_COLOR");
    return !no_color || no_color->empty();
}

std::optional<Database> find_database(Session& session) {
    return Database::find_for_reading(session.config().database_path);
}

Database open_database_for_reading(Session& session) {
    auto database = find_database(session);
    if (!database)
        refuse_missing(session.config().database_path);
    return std::move(*database);
}

Database open_database_for_writing(Session& session) {
    const auto& path = session.config().database_path;
    if (!find_database(session))
        refuse_missing(path);
    return Database::open_for_writing(path);
}

std::string config_origin(const Config& config) {
    if (!config.file.empty())
        return shown_text(config.file, 500);
    return fmt::format("built-in defaults (there is no {}, {} or {})", config_places[0],
                       config_places[1], config_places[2]);
}

}  // namespace focus_billing
