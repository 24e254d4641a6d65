#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "focus_billing/model/audit.hpp"
#include "focus_billing/model/config.hpp"
#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/store/database.hpp"
#include "focus_billing/workflow/host.hpp"
#include "focus_billing/workflow/log.hpp"
#include "focus_billing/workflow/progress.hpp"

namespace focus_billing {

struct GlobalOptions {
    std::string config;
    std::string database;
    std::string color = "auto";
    std::string actor;
    bool quiet = false;
    bool verbose = false;
    std::string command;  ///< the whole command line, as it could be typed again
};

/// The context of a command: the outside world, the global options, the configuration.
class Session {
public:
    /// `done` receives the texts of `note_result`.
    Session(Host& host, const GlobalOptions& options, std::string& done)
        : m_host(host), m_options(options), m_done(done) {}

    [[nodiscard]] Host& host() { return m_host; }
    [[nodiscard]] const GlobalOptions& options() const { return m_options; }

    /// The configuration, loaded on first use. Its findings are printed; throws
    /// ConfigurationRefused if they include an error.
    [[nodiscard]] const Config& config();

    /// The text of the configuration as read, and the directory files that were read; empty for
    /// built-in defaults.
    [[nodiscard]] const std::string& config_text();
    /// Adds a further file that was read to the text of the configuration, as a comment.
    void note_directory_file(const std::string& path, const std::string& sha256);

    [[nodiscard]] Log& log();

    /// Shows how far a file of `size` bytes is read, if standard error is a terminal and `--quiet`
    /// is not set. `size` is 0 if it is not known.
    [[nodiscard]] std::unique_ptr<Progress> progress(const std::string& name, std::uint64_t size);

    /// The current time, user and command, to be recorded with changes.
    [[nodiscard]] AuditContext audit_context() const;

    /// Notes what is now durable, such as `import 3 is stored`. The last note is shown if the
    /// output fails afterwards.
    void note_result(std::string what) { m_done = std::move(what); }

    /// Prints a diagnostic on standard error.
    void print(const Diagnostic& diagnostic);
    [[nodiscard]] bool colors_err() const;
    [[nodiscard]] bool colors_out() const;

private:
    [[nodiscard]] bool colors(bool is_terminal) const;

    Host& m_host;
    const GlobalOptions& m_options;
    std::string& m_done;
    std::optional<Config> m_config;
    std::string m_config_text;
    std::unique_ptr<Log> m_log;
};

/// The configuration has errors, which have been printed: exit code 2.
struct ConfigurationRefused {};

/// The default places of a configuration, in order.
inline constexpr std::array<std::string_view, 3> config_places = {
    "focus-billing.yaml", "config/focus-billing.yaml", "/etc/focus-billing/config.yaml"};

/// The file that the configuration is read from: `--config`, $FOCUS_BILLING_CONFIG, the first of
/// `config_places` that exists; or nothing.
[[nodiscard]] std::optional<std::string> find_config_file(const Host& host,
                                                          const GlobalOptions& options);

/// The configured database, read-only; nothing if nothing was ever stored. Throws Error like
/// Database.
[[nodiscard]] std::optional<Database> find_database(Session& session);

/// The same, but throws Error FB506 (state) if there is no database yet, and otherwise like
/// Database.
[[nodiscard]] Database open_database_for_reading(Session& session);

/// The same for reading and writing.
[[nodiscard]] Database open_database_for_writing(Session& session);

/// The file that a configuration came from, on one line; or a note that it is the built-in one, and
/// which files would have been read.
[[nodiscard]] std::string config_origin(const Config& config);

}  // namespace focus_billing
